package org.espalier.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds everything an installation remembers: the embedded database, its password, its log. One
 * process at a time may open it; others find the running database's address in it.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens the directory for this process alone, creating it when it is missing; empty while another has it open. */
    public static Optional<DataDirectory> open(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var lock = FileChannel.open(
                    path.resolve("espalier.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                return Optional.empty();
            }
            return Optional.of(new DataDirectory(path, lock));
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "The data directory " + path + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException openInThisProcess) {
            return false;
        }
    }

    /** The database that another process serves from this directory, if one does. */
    public static Optional<DatabaseAddress> served(Path directory) {
        try {
            var lines = Files.readAllLines(addressFile(directory.toAbsolutePath()));
            return Optional.of(new DatabaseAddress(lines.get(0), given(lines.get(1)), given(lines.get(2))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IndexOutOfBoundsException failure) {
            throw new DatabaseUnavailable(
                    "The running database's address in " + directory + " cannot be read. Use the account that serves.",
                    failure);
        }
    }

    private static @Nullable String given(String line) {
        return line.isEmpty() ? null : line;
    }

    public Path path() {
        return path;
    }

    /** The secret kept under this name, made up the first time it is asked for; only the owner can read it. */
    public String secret(String name) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                var random = new byte[20];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lets other processes find the database that this one serves. */
    public void announce(DatabaseAddress address) {
        try {
            writePrivately(addressFile(path), address.url() + "\n" + address.user() + "\n" + address.password() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file whole or not at all, readable by its owner only. */
    public void writePrivately(Path file, String content) throws IOException {
        var unfinished = Files.createTempFile(
                path,
                "writing",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path addressFile(Path directory) {
        return directory.resolve("database-address");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(addressFile(path));
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
