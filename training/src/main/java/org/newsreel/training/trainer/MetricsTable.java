package org.newsreel.training.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A CSV file that a trainer writes: a header, then figures, with a column {@code epoch} and perhaps a column {@code step}
 * within it, both from 1.
 *
 * @param x where each row is on the way, in epochs done: a row of a step that is half through the second epoch is at 1.5
 * @param columns the figures of every other column by its name, in the order of the file; NaN where there is none
 */
record MetricsTable(double[] x, Map<String, double[]> columns) {
    private static final String EPOCH = "epoch";
    private static final String STEP = "step";

    private record Place(int epoch, int step) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return epoch == other.epoch ? Integer.compare(step, other.step) : Integer.compare(epoch, other.epoch);
        }
    }

    /**
     * Reads a file. A run that was stopped may leave half a line, and steps that the resumed run takes again; such lines
     * are left out, and of two rows for one step the later counts.
     *
     * @throws IOException when the file can't be read or has no column {@code epoch}
     */
    static MetricsTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(","));
        int epochColumn = header.indexOf(EPOCH);
        int stepColumn = header.indexOf(STEP);
        if (epochColumn < 0) {
            throw new IOException("it has no column " + EPOCH);
        }
        TreeMap<Place, double[]> rows = new TreeMap<>();
        Map<Integer, Integer> steps = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != header.size()) {
                continue;
            }
            double[] figures = new double[cells.length];
            for (int i = 0; i < cells.length; i++) {
                figures[i] = figure(cells[i]);
            }
            Place place = new Place((int) figures[epochColumn], stepColumn < 0 ? 1 : (int) figures[stepColumn]);
            rows.put(place, figures);
            steps.merge(place.epoch(), place.step(), Math::max);
        }
        double[] x = rows.keySet().stream()
                .mapToDouble(place -> place.epoch() - 1 + (double) place.step() / steps.get(place.epoch()))
                .toArray();
        Map<String, double[]> columns = new java.util.LinkedHashMap<>();
        List<double[]> ordered = new ArrayList<>(rows.values());
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            if (c != epochColumn && c != stepColumn) {
                columns.put(
                        header.get(c),
                        ordered.stream().mapToDouble(row -> row[column]).toArray());
            }
        }
        return new MetricsTable(x, columns);
    }

    private static double figure(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
