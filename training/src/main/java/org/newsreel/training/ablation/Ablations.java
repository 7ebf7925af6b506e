package org.newsreel.training.ablation;

import java.awt.AWTError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.newsreel.training.made.Tongue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the ablations of networks into a directory, a file of runs for each network, and sums up what is there. */
public final class Ablations {
    private static final Logger LOG = LoggerFactory.getLogger(Ablations.class);

    private final Path out;
    private final Tongue tongue;
    private final Ablation ablation;

    /**
     * Prepares.
     *
     * @param seeds how many worlds
     * @param train items to learn from in each
     * @param test items to measure on
     * @param epochs passes, when not those of each network
     * @param rate peak learning rate, when not that of each network
     * @param only names of the rows that are run; all when empty
     */
    public Ablations(
            Path out,
            Tongue tongue,
            int seeds,
            int train,
            int test,
            OptionalInt epochs,
            OptionalDouble rate,
            Set<String> only) {
        this.out = out;
        this.tongue = tongue;
        this.ablation = new Ablation(seeds, train, test, epochs, rate, only);
    }

    /** The networks that there are, in the order of the table. */
    public static List<String> networks(Tongue tongue) {
        return Trials.all(tongue).stream().map(Trial::network).toList();
    }

    /** What is varied of them step by step. */
    public static List<String> sweeps(Tongue tongue) {
        return Sweeps.all(tongue).stream().map(Trial::network).toList();
    }

    /** Trains and measures what is missing of one network or sweep. */
    public void run(String network, Consumer<String> progress) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + out + " can't be made.", e);
        }
        for (Trial<?> trial : Trials.withSweeps(tongue)) {
            if (trial.network().equals(network)) {
                ablation.run(trial, tongue, file(network), progress);
            }
        }
    }

    private RunFile file(String network) {
        return new RunFile(out.resolve(network + "." + tongue.code() + ".tsv"));
    }

    /** The table over all networks that have runs here, in Markdown; charts are drawn beside the runs. */
    public String table() {
        List<Run> runs = new ArrayList<>();
        Trials.withSweeps(tongue)
                .forEach(trial -> runs.addAll(file(trial.network()).read()));
        List<AblationTable.Line> lines = AblationTable.of(runs, new PaperFigures());
        Map<String, List<AblationTable.Line>> charts = new LinkedHashMap<>();
        lines.forEach(line -> charts.computeIfAbsent(line.network() + "\t" + line.task(), k -> new ArrayList<>())
                .add(line));
        System.setProperty("java.awt.headless", "true");
        for (List<AblationTable.Line> chart : charts.values()) {
            try {
                AblationChart.draw(out, chart);
            } catch (IOException | RuntimeException | LinkageError | AWTError e) {
                LOG.warn("No chart of {} in {}: {}", chart.get(0).network(), out, e.toString());
            }
        }
        return AblationTable.text(lines);
    }
}
