package org.newsreel.extraction.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** Measures a network at the size of its paper. */
public final class FullSize {
    private FullSize() {}

    /** How many values training changes. */
    public static long trained(TrainableNetwork<?> network) {
        return network.byName().entrySet().stream()
                .filter(entry -> !network.frozen(entry.getKey()))
                .mapToLong(entry -> entry.getValue().getArray().size())
                .sum();
    }

    /** Runs a network twice, since the first run also compiles, and prints what the second took. */
    public static <T> T measured(String name, TrainableNetwork<?> network, Supplier<T> run) {
        return measured(name, "a post with a picture and 3 objects", network, run);
    }

    /** Likewise, for another kind of input. */
    public static <T> T measured(String name, String input, TrainableNetwork<?> network, Supplier<T> run) {
        T result = run.get();
        long start = System.nanoTime();
        result = run.get();
        System.out.printf(
                Locale.ROOT,
                "%s: %,d parameters, %.2f s for %s, %d MB resident%n",
                name,
                trained(network),
                (System.nanoTime() - start) / 1e9,
                input,
                residentMegabytes());
        return result;
    }

    private static long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
