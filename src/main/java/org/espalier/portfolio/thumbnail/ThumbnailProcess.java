package org.espalier.portfolio.thumbnail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Starts {@link DrawThumbnail}, one at a time, and ends it when it takes too long. */
public final class ThumbnailProcess {
    private static final int SECONDS = 20;
    private static final int LARGEST_PNG = 1024 * 1024;
    private static final String MEMORY = "-Xmx192m";

    private final Semaphore turn = new Semaphore(1, true);

    /** Something that may fail. */
    public interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    /** Waits until nobody else draws. */
    public <T> T alone(Work<T> work) throws IOException, InterruptedException {
        turn.acquire();
        try {
            return work.done();
        } finally {
            turn.release();
        }
    }

    /** A PNG of the picture, or of the first page; empty when it cannot be drawn within the limits. */
    public Optional<byte[]> draw(Path file, boolean isPdf) throws IOException, InterruptedException {
        var png = Files.createTempFile("espalier-", ".png");
        try {
            var process = new ProcessBuilder(command(file, isPdf))
                    .redirectOutput(png.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try {
                var inTime = process.waitFor(SECONDS, TimeUnit.SECONDS);
                var size = Files.size(png);
                return inTime && process.exitValue() == 0 && size > 0 && size <= LARGEST_PNG
                        ? Optional.of(Files.readAllBytes(png))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(png);
        }
    }

    private static List<String> command(Path file, boolean isPdf) throws IOException {
        var fonts = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "espalier-fonts"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dpdfbox.fontcache=" + fonts,
                "-cp",
                System.getProperty("java.class.path")));
        if (isInsideJar()) {
            command.add("-Dloader.main=" + DrawThumbnail.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(DrawThumbnail.class.getName());
        }
        command.add(isPdf ? "pdf" : "picture");
        command.add(file.toString());
        return command;
    }

    /** True when the application runs out of its one jar, in which only its own launcher finds classes. */
    private static boolean isInsideJar() {
        var place = DrawThumbnail.class.getResource("DrawThumbnail.class");
        return place != null && place.toString().startsWith("jar:nested:");
    }
}
