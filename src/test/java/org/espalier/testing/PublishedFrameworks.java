package org.espalier.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published documents that the product is made for. They belong to their publishers and are no part of the project:
 * they are read from {@code $ESPALIER_FRAMEWORKS} or from {@code ../shared/frameworks}, and a test that needs one is
 * reported as skipped, by name, where they are missing.
 */
public final class PublishedFrameworks {

    private PublishedFrameworks() {}

    /** The bytes of the document whose file name begins with this number, such as {@code "003"}; skips without it. */
    public static byte[] bytes(String number) {
        try {
            return Files.readAllBytes(path(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document whose file name begins with this number; skips the test without it. */
    public static Path path(String number) {
        var file = files().stream()
                .filter(path -> path.getFileName().toString().startsWith(number + "-"))
                .findFirst();
        assumeTrue(
                file.isPresent(),
                () -> "the published framework " + number
                        + " is not on this machine; set ESPALIER_FRAMEWORKS to the directory that holds it");
        return file.orElseThrow();
    }

    private static List<Path> files() {
        for (var directory : places()) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    return files.filter(path -> path.toString().endsWith(".txt"))
                            .sorted()
                            .toList();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return List.of();
    }

    private static List<Path> places() {
        var places = new ArrayList<Path>();
        @Nullable String stated = System.getenv("ESPALIER_FRAMEWORKS");
        if (stated != null && !stated.isBlank()) {
            places.add(Path.of(stated));
        }
        places.add(Path.of("../shared/frameworks"));
        places.add(Path.of("../../shared/frameworks"));
        return places;
    }
}
