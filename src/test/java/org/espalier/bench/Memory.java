package org.espalier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What processes take of the machine's memory, as Linux counts it: what they share counts once. */
final class Memory {
    private static final double KIB_PER_MB = 1024;

    private Memory() {}

    /** A process and all that it started, in MB. */
    static double ofFamily(ProcessHandle parent) throws IOException {
        var kib = proportional(parent.pid());
        for (var child : parent.descendants().toList()) {
            kib += proportional(child.pid());
        }
        return kib / KIB_PER_MB;
    }

    /** The machine's, in MB. */
    static double ofMachine() throws IOException {
        return kib(Path.of("/proc/meminfo"), "MemTotal:") / KIB_PER_MB;
    }

    private static long proportional(long pid) throws IOException {
        try {
            return kib(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    private static long kib(Path file, String label) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.replaceAll("\\D+", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException(file + " has no " + label));
    }
}
