package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Runs summed up: a line for each row and task, with what the paper says beside it. */
final class AblationTable {
    /**
     * A line.
     *
     * @param seeds how many runs
     * @param mean of their F1
     * @param deviation standard deviation of one run, 0 for a single one
     * @param difference from the whole network, the mean over seeds of both
     * @param spread standard deviation of that difference
     * @param paper the paper's difference
     */
    record Line(
            String network,
            String task,
            String row,
            int seeds,
            double mean,
            double deviation,
            double difference,
            double spread,
            OptionalDouble paper) {
        /**
         * Whether the row moves as in the paper: yes, no, unclear when runs differ by more than the row, or nothing where
         * the paper says nothing.
         */
        String agrees() {
            if (paper.isEmpty() || row.equals(Trial.WHOLE)) {
                return "";
            }
            if (seeds > 1 && Math.abs(difference) <= spread) {
                return "unclear";
            }
            return Math.signum(paper.getAsDouble()) == Math.signum(difference) ? "yes" : "no";
        }
    }

    private AblationTable() {}

    static List<Line> of(List<Run> runs, PaperFigures figures) {
        Map<String, Map<String, Map<Long, Double>>> byTask = new LinkedHashMap<>();
        for (Run run : runs) {
            byTask.computeIfAbsent(run.network() + "\t" + run.task(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(run.row(), k -> new LinkedHashMap<>())
                    .put(run.seed(), run.f1());
        }
        List<Line> lines = new ArrayList<>();
        byTask.forEach((key, rows) -> {
            String network = key.split("\t")[0];
            String task = key.split("\t")[1];
            Map<Long, Double> whole = rows.getOrDefault(Trial.WHOLE, Map.of());
            rows.forEach((row, bySeed) -> {
                double[] values = bySeed.values().stream().mapToDouble(d -> d).toArray();
                double[] differences = bySeed.entrySet().stream()
                        .filter(e -> whole.containsKey(e.getKey()))
                        .mapToDouble(e -> e.getValue() - whole.get(e.getKey()))
                        .toArray();
                lines.add(new Line(
                        network,
                        task,
                        row,
                        values.length,
                        mean(values),
                        deviation(values),
                        mean(differences),
                        deviation(differences),
                        figures.difference(network, row, task)));
            });
        });
        return lines;
    }

    /** As people read it, in Markdown. */
    static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder("| network | task | row | runs | F1 | difference | paper | agrees |\n"
                + "| --- | --- | --- | ---: | ---: | ---: | ---: | --- |\n");
        for (Line line : lines) {
            boolean whole = line.row().equals(Trial.WHOLE);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %d | %.2f ± %.2f | %s | %s | %s |%n",
                    line.network(),
                    line.task(),
                    line.row(),
                    line.seeds(),
                    line.mean(),
                    line.deviation(),
                    whole ? "" : String.format(Locale.ROOT, "%+.2f ± %.2f", line.difference(), line.spread()),
                    line.paper().isEmpty()
                            ? ""
                            : String.format(Locale.ROOT, "%+.2f", line.paper().getAsDouble()),
                    line.agrees()));
        }
        return text.toString();
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    /** Of a sample; 0 for a single value. */
    static double deviation(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }
}
