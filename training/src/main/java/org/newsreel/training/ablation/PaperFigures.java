package org.newsreel.training.ablation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What the papers report for each row, as the difference of F1 from the whole network on their data. */
final class PaperFigures {
    private record Key(String network, String row, String task) {}

    private final Map<Key, Double> differences = new HashMap<>();

    /** The figures that lie beside this class. */
    PaperFigures() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(PaperFigures.class.getResourceAsStream("paper.tsv"), StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        String[] fields = line.split("\t");
                        differences.put(new Key(fields[0], fields[1], fields[2]), Double.parseDouble(fields[3]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("paper.tsv can't be read", e);
        }
    }

    /** Percentage points, negative where the paper lost by taking the part away. */
    OptionalDouble difference(String network, String row, String task) {
        Double difference = differences.get(new Key(network, row, task));
        return difference == null ? OptionalDouble.empty() : OptionalDouble.of(difference);
    }
}
