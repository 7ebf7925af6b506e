package org.newsreel.training.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code dev.csv}: F1 of every epoch on the part to choose by, what epochs are compared by in the last column. */
final class DevFile {
    private final Path file;
    private final TreeMap<Integer, Double> chosen = new TreeMap<>();

    /** What is there already, up to an epoch. A line that a crash cut short is no row. */
    DevFile(Path directory, int done) {
        file = directory.resolve("dev.csv");
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            int columns = lines.isEmpty() ? 0 : lines.get(0).split(",").length;
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] cells = line.split(",");
                if (cells.length == columns && Integer.parseInt(cells[0]) <= done) {
                    chosen.put(Integer.parseInt(cells[0]), Double.parseDouble(cells[columns - 1]));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new IllegalArgumentException("The file " + file + " can't be gone on with.", e);
        }
    }

    boolean has(int epoch) {
        return chosen.containsKey(epoch);
    }

    /** Adds an epoch; says whether it is the best so far. */
    boolean add(int epoch, Figures figures) {
        boolean better = chosen.values().stream().allMatch(c -> figures.chosen() > c);
        try {
            if (!Files.exists(file)) {
                Files.writeString(
                        file, "epoch," + String.join(",", figures.scores().keySet()) + ",mean\n");
            }
            String cells = figures.scores().values().stream()
                    .map(s -> String.format(Locale.ROOT, "%.4f", s.f1()))
                    .collect(Collectors.joining(","));
            Files.writeString(
                    file,
                    String.format(Locale.ROOT, "%d,%s,%.6f%n", epoch, cells, figures.chosen()),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
        chosen.put(epoch, figures.chosen());
        return better;
    }

    /** The first epoch with the best score; 0 without any. */
    int best() {
        int best = 0;
        for (Map.Entry<Integer, Double> entry : chosen.entrySet()) {
            if (best == 0 || entry.getValue() > chosen.get(best)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
