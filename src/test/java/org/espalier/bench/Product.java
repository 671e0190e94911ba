package org.espalier.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.espalier.database.DataDirectory;
import org.espalier.database.DatabaseAddress;

/** Espalier itself, served from a data directory as its users serve it: by {@code ./espalier serve}. */
final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path LOG = Path.of("target", "bench-server.log");

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration toFirstPage;

    private Product(Process process, Path data, int port, long started) throws IOException, InterruptedException {
        this.process = process;
        this.data = data;
        this.port = port;
        awaitFirstPage(started);
        this.toFirstPage = Duration.ofNanos(System.nanoTime() - started);
    }

    /** Starts it without samples; returns when the front page has been served. */
    static Product serve(Path data) throws IOException, InterruptedException {
        var port = freePort();
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        var started = System.nanoTime();
        var process = new ProcessBuilder(
                        "./espalier", "serve", "--empty", "--data", data.toString(), "--port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Product(process, data, port, started);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitFirstPage(long started) throws IOException, InterruptedException {
        while (true) {
            try (var connection = new Connection(port)) {
                connection.get("/", "");
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IOException("The server did not start; its log is " + LOG.toAbsolutePath(), notYet);
                }
                Thread.sleep(5);
            }
        }
    }

    int port() {
        return port;
    }

    /** From the command to the front page, read whole. */
    Duration toFirstPage() {
        return toFirstPage;
    }

    DatabaseAddress database() {
        return DataDirectory.served(data)
                .orElseThrow(() -> new IllegalStateException("The server has not announced its database"));
    }

    /** What the server and its database take of the machine's memory, in MB. */
    double megabytes() throws IOException {
        return Memory.ofFamily(process.toHandle());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
