package org.espalier.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a data directory: loopback only, one role with a made-up password, gone when this
 * process is gone.
 *
 * <p>It is a small launcher rather than a library because the known ones trust every connection, turn fsync off and
 * leave an orphan behind that blocks the next start; {@code docs/decisions/0001-embedded-postgresql.md} has the story.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The role that owns the database, and the database's name. */
    public static final String ESPALIER = "espalier";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Sized for one organisation on a small machine; queries are short, so no JIT. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "40",
            "shared_buffers", "64MB",
            "effective_cache_size", "512MB",
            "max_wal_size", "256MB",
            "jit", "off",
            "log_checkpoints", "off");

    private final Process process;
    private final int port;
    private final String password;
    private volatile boolean closing;

    private EmbeddedPostgres(Process process, Path log, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
        process.onExit().thenRun(() -> {
            if (!closing) {
                LOG.error("The database server stopped by itself; its log says why: {}", log);
            }
        });
    }

    /** Starts the server, initialising the directory the first time; returns once it answers. */
    public static EmbeddedPostgres start(DataDirectory directory) {
        return start(directory, Map.of());
    }

    /**
     * Starts the server with further settings, such as {@code fsync=off} for a test. The directory stays open until
     * the caller closes it.
     */
    public static EmbeddedPostgres start(DataDirectory directory, Map<String, String> settings) {
        try {
            return new Start(directory, settings).run();
        } catch (IOException failure) {
            throw new DatabaseUnavailable("PostgreSQL could not be started in " + directory.path(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL was starting", interrupted);
        }
    }

    /** Where the database of this name is. */
    public DatabaseAddress address(String database) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, ESPALIER, password);
    }

    /** The server's process. */
    public long pid() {
        return process.pid();
    }

    /** Stops the server: open transactions are rolled back, everything committed is kept. */
    @Override
    public void close() {
        closing = true;
        try {
            interrupt(process.pid());
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException failure) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a server to roll back and stop, which takes SIGINT: Java itself can only send SIGTERM, which waits. */
    private static void interrupt(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** One attempt to bring the server up. */
    private static final class Start {
        private final DataDirectory directory;
        private final Map<String, String> settings;
        private final PostgresPrograms programs;
        private final String password;
        private final Path cluster;
        private final Path log;
        private final UnprivilegedLaunch launch;

        Start(DataDirectory directory, Map<String, String> settings) throws IOException {
            this.directory = directory;
            this.settings = settings;
            this.programs = PostgresPrograms.unpackedInto(cache());
            this.password = directory.secret("database-password");
            var parent = directory.path().resolve("postgresql");
            if (!Files.exists(parent)) {
                Files.createDirectory(
                        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            this.launch = UnprivilegedLaunch.choose(programs, parent);
            this.cluster = parent.resolve(programs.majorVersion());
            this.log = directory.path().resolve("postgresql.log");
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        EmbeddedPostgres run() throws IOException, InterruptedException {
            if (!Files.isDirectory(cluster)) {
                refuseOtherMajorVersion();
                initialise();
            }
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                stopStaleServer();
                var port = freePort();
                var process = launched(port);
                if (becameReady(process)) {
                    return new EmbeddedPostgres(process, log, port, password);
                }
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable("PostgreSQL did not start in " + directory.path() + ". Its log, "
                            + log + ", ends with:\n" + lastLinesOfLog());
                }
                Thread.sleep(250);
            }
        }

        private void refuseOtherMajorVersion() throws IOException {
            try (Stream<Path> others = Files.list(cluster.getParent())) {
                var older = others.map(path -> path.getFileName().toString())
                        .filter(name -> name.matches("\\d+"))
                        .findFirst();
                if (older.isPresent()) {
                    throw new DatabaseUnavailable("The data in " + directory.path() + " was written by PostgreSQL "
                            + older.get() + "; this Espalier brings PostgreSQL " + programs.majorVersion()
                            + ". Restore a backup into a new data directory.");
                }
            }
        }

        /** The cluster appears under its name only when it is complete. */
        private void initialise() throws IOException, InterruptedException {
            LOG.info("Creating the database in {}", cluster);
            var unfinished = cluster.resolveSibling(cluster.getFileName() + ".unfinished");
            deleteRecursively(unfinished);
            var locale = System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
            runToEnd(
                    List.of(
                            programs.program("initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=postgres",
                            "--auth=reject",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=" + locale,
                            "--no-instructions"),
                    "");
            // The superuser has no password, so nobody can sign in as it.
            runToEnd(
                    List.of(
                            programs.program("postgres").toString(),
                            "--single",
                            "-D",
                            unfinished.toString(),
                            "postgres"),
                    """
                    create role espalier login createdb password '%s'
                    create database espalier owner espalier
                    """.formatted(password));
            runToEnd(
                    List.of(
                            "sh",
                            "-c",
                            "cat > \"$1\"",
                            "sh",
                            unfinished.resolve("pg_hba.conf").toString()),
                    "host all all 127.0.0.1/32 scram-sha-256\n");
            runToEnd(List.of("mv", unfinished.toString(), cluster.toString()), "");
        }

        private void runToEnd(List<String> command, String input) throws IOException, InterruptedException {
            var process = launch.command(command).redirectErrorStream(true).start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new DatabaseUnavailable("PostgreSQL could not be set up in " + directory.path() + ":\n" + output);
            }
        }

        /**
         * A server whose parent died may still be stopping, or be a zombie that nobody has collected; the next one
         * cannot start before it is gone. We hold the directory's lock, so what runs here is nobody else's.
         */
        private void stopStaleServer() throws IOException, InterruptedException {
            var lines = postmasterFile();
            if (lines.isEmpty()) {
                return;
            }
            var pid = Long.parseLong(lines.getFirst().strip());
            var running = processesInCluster(pid);
            if (running.contains(pid)) {
                LOG.info("Stopping the database server that an earlier run left behind");
                interrupt(pid);
            }
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!running.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
                running = processesInCluster(pid);
            }
            if (running.isEmpty()) {
                Files.deleteIfExists(postmasterFilePath());
            }
        }

        private Path postmasterFilePath() {
            return cluster.resolve("postmaster.pid");
        }

        private List<String> postmasterFile() throws IOException {
            try {
                return Files.readAllLines(postmasterFilePath());
            } catch (NoSuchFileException none) {
                return List.of();
            }
        }

        /** A process number alone proves nothing, another may have it by now: servers work in the cluster's directory. */
        private Set<Long> processesInCluster(long postmaster) throws IOException {
            var proc = Path.of("/proc");
            if (!Files.isDirectory(proc.resolve("self"))) {
                var postgres = programs.program("postgres").toString();
                return ProcessHandle.of(postmaster)
                        .flatMap(process -> process.info().command())
                        .filter(postgres::equals)
                        .map(command -> Set.of(postmaster))
                        .orElse(Set.of());
            }
            try (Stream<Path> processes = Files.list(proc)) {
                return processes
                        .filter(process -> process.getFileName().toString().matches("\\d+"))
                        .filter(this::worksInCluster)
                        .map(process -> Long.valueOf(process.getFileName().toString()))
                        .collect(Collectors.toSet());
            }
        }

        private boolean worksInCluster(Path process) {
            try {
                return Files.isSameFile(process.resolve("cwd"), cluster);
            } catch (IOException goneOrNotOurs) {
                return false;
            }
        }

        /** The server is told to stop when the thread that started it ends, so one thread waits with it. */
        private Process launched(int port) throws InterruptedException {
            var command = new ArrayList<>(List.of(programs.program("postgres").toString(), "-D", cluster.toString()));
            command.addAll(List.of("-p", Integer.toString(port)));
            SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
            var started = new CompletableFuture<Process>();
            Thread.ofPlatform().daemon().name("postgresql").start(() -> {
                try {
                    var process = launch.server(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
                    started.complete(process);
                    process.waitFor();
                } catch (IOException failure) {
                    started.completeExceptionally(failure);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
            return started.join();
        }

        /** Trusts the server's own file only when it is our child that wrote it. */
        private boolean becameReady(Process process) throws IOException, InterruptedException {
            var deadline = System.nanoTime() + PATIENCE.toNanos() * 6;
            while (process.isAlive() && System.nanoTime() < deadline) {
                var lines = postmasterFile();
                if (lines.size() >= 8
                        && lines.getFirst().strip().equals(Long.toString(process.pid()))
                        && lines.get(7).strip().equals("ready")) {
                    return true;
                }
                Thread.sleep(5);
            }
            process.destroy();
            return false;
        }

        private String lastLinesOfLog() throws IOException {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Shared by every installation of this user; root's stands where an unprivileged server can read it. */
    private static Path cache() {
        if ("root".equals(System.getProperty("user.name"))) {
            return Path.of("/var/cache/espalier");
        }
        var cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "espalier")
                : Path.of(cache, "espalier");
    }

    private static void deleteRecursively(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
