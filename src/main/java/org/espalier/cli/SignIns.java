package org.espalier.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.database.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The first passwords of the accounts that the set-up makes: made up for each data directory and kept there in a file
 * that only its owner reads.
 */
@Component
class SignIns {
    private static final String FILE = "sign-ins";
    private static final String SEPARATOR = "\t";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final ObjectProvider<DataDirectory> directory;

    /** Waits with opening the directory, which an import beside a running server must not do. */
    SignIns(ObjectProvider<DataDirectory> directory) {
        this.directory = directory;
    }

    /**
     * How somebody can sign in.
     *
     * @param person who it is, in a few words
     */
    record SignIn(String email, String password, String person) {}

    /** All that were made in this data directory, in that order. */
    List<SignIn> all() {
        try {
            return Files.readAllLines(file()).stream()
                    .map(line -> line.split(SEPARATOR, 3))
                    .map(parts -> new SignIn(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file() {
        return directory.getObject().path().resolve(FILE);
    }

    /** A new password for this account, kept before it is returned; the one kept already when there is one. */
    String passwordFor(String email, String person) {
        var kept = all();
        return kept.stream()
                .filter(signIn -> signIn.email().equals(email))
                .map(SignIn::password)
                .findFirst()
                .orElseGet(() -> keep(kept, new SignIn(email, madeUp(), person)));
    }

    private String keep(List<SignIn> kept, SignIn added) {
        var lines = Stream.concat(kept.stream(), Stream.of(added))
                .map(signIn -> String.join(SEPARATOR, signIn.email(), signIn.password(), signIn.person()))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            directory.getObject().writePrivately(file(), lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return added.password();
    }

    /** Some 79 bits, in four groups that are easy to type. */
    private static String madeUp() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
