package org.newsreel.training.ablation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs so far, one line each, so that what was measured is not measured again. */
final class RunFile {
    private static final String HEADER = "network\trow\ttask\tseed\tf1\tseconds";

    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    List<Run> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.split("\t");
                // A line that a killed run left half-written is measured again.
                if (!line.equals(HEADER) && fields.length == 6) {
                    runs.add(new Run(
                            fields[0],
                            fields[1],
                            fields[2],
                            Long.parseLong(fields[3]),
                            Double.parseDouble(fields[4]),
                            Double.parseDouble(fields[5])));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new IllegalArgumentException("The file " + file + " is no list of runs: remove it.", e);
        }
        return runs;
    }

    /** Adds what one network came to. */
    void add(List<Run> runs) {
        StringBuilder text = new StringBuilder(Files.exists(file) ? "" : HEADER + "\n");
        for (Run run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%d\t%.4f\t%.1f%n",
                    run.network(),
                    run.row(),
                    run.task(),
                    run.seed(),
                    run.f1(),
                    run.seconds()));
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
    }
}
