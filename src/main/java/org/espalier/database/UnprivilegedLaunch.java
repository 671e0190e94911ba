package org.espalier.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a PostgreSQL program is started so that it does not run as root, which it refuses, and does not outlive this
 * process where the system can arrange that.
 *
 * @param prefix what stands before the program on the command line
 */
record UnprivilegedLaunch(List<String> prefix) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /**
     * Chooses for this data directory. Whoever owns it decides, so that a choice once made stays: a directory of root
     * is opened in a user namespace of its own, a directory of somebody else as that user.
     */
    static UnprivilegedLaunch choose(PostgresPrograms programs, Path dataDirectory) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new UnprivilegedLaunch(List.of());
        }
        var owner = ownerOf(dataDirectory);
        if (owner == ROOT) {
            var namespace = new UnprivilegedLaunch(List.of("unshare", "-U", "--"));
            if (namespace.canRun(programs, dataDirectory)) {
                return namespace;
            }
        }
        var user = owner == ROOT ? NOBODY : owner;
        giveTo(user, dataDirectory);
        var other = new UnprivilegedLaunch(
                List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--"));
        if (other.canRun(programs, dataDirectory)) {
            return other;
        }
        giveTo(owner, dataDirectory);
        throw new DatabaseUnavailable("PostgreSQL does not run as root. Neither a user namespace (unshare -U) nor user "
                + user + " (setpriv) can open " + dataDirectory
                + ". Start Espalier as an ordinary user, choose a data directory that every user can reach with "
                + "--data, or name a PostgreSQL server with --database-url.");
    }

    /** The command line for a program that ends by itself. */
    ProcessBuilder command(List<String> command) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        return new ProcessBuilder(line);
    }

    /**
     * The command line for the server: in a session of its own, so that Ctrl-C reaches us and not it, and stopped by
     * the kernel when the thread that started it ends.
     */
    ProcessBuilder server(List<String> command) {
        var line = new ArrayList<String>();
        if (exists("setsid")) {
            line.add("setsid");
        }
        line.addAll(prefix);
        if (exists("setpriv")) {
            line.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        }
        line.addAll(command);
        return new ProcessBuilder(line);
    }

    private boolean canRun(PostgresPrograms programs, Path directory) {
        return exists(prefix.getFirst())
                && succeeds(command(List.of(programs.program("postgres").toString(), "--version")))
                && succeeds(command(List.of("sh", "-c", "cd \"$1\"", "sh", directory.toString())));
    }

    private static boolean succeeds(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean exists(String program) {
        var path = System.getenv("PATH");
        return path != null
                && List.of(path.split(":")).stream()
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static void giveTo(int user, Path directory) {
        try {
            Files.setAttribute(directory, "unix:uid", user);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int ownerOf(Path directory) {
        try {
            return (Integer) Files.getAttribute(directory, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
