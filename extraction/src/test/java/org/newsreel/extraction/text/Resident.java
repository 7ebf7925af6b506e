package org.newsreel.extraction.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory that the process holds, native memory included, as Linux tells it. */
final class Resident {
    private Resident() {}

    /** Now, in MB, after a collection. */
    static long megabytes() {
        System.gc();
        return read("VmRSS");
    }

    /** The most so far, in MB. */
    static long peakMegabytes() {
        return read("VmHWM");
    }

    private static long read(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
