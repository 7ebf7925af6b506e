package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AblateCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private String[] small(String network, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("ablate", network, "--out", "" + directory, "--seeds", "1", "--train", "24"));
        arguments.addAll(List.of("--test", "12", "--epochs", "1", "--quiet"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3d", "mdocre", "hmnet", "hmnet-entities", "dgfpt", "hvformer"})
    void everyRowOfANetworkIsTrainedAndMeasured(String network) throws Exception {
        assertThat(run(small(network))).isZero();
        List<String> runs = Files.readAllLines(directory.resolve(network + ".en.tsv"));
        assertThat(runs)
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.startsWith("network\t") || line.startsWith(network + "\t"));
        assertThat(out.toString()).contains("| " + network + " | ", " | text only | 1 | ");
        // Every row that the paper has figures for stands beside them.
        long withFigures = out.toString()
                .lines()
                .filter(line -> line.endsWith(" | yes |") || line.endsWith(" | no |"))
                .count();
        assertThat(withFigures).isGreaterThanOrEqualTo(3);
        assertThat(directory).isDirectoryContaining("glob:**.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3d-missing", "hmnet-examples", "dgfpt-pictures", "hvformer-layers"})
    void everyPointOfASweepIsTrainedAndMeasured(String sweep) throws Exception {
        assertThat(run(small(sweep))).isZero();
        assertThat(Files.readAllLines(directory.resolve(sweep + ".en.tsv")))
                .filteredOn(line -> line.contains("\trelations\t"))
                .hasSize(5);
        assertThat(directory).isDirectoryContaining("glob:**" + sweep + "-relations.png");
    }

    @Test
    void whatWasMeasuredIsNotMeasuredAgain() throws Exception {
        assertThat(run(small("mdocre", "--row", "whole", "--language", "zh"))).isZero();
        Path runs = directory.resolve("mdocre.zh.tsv");
        String first = Files.readString(runs);
        assertThat(run(small("mdocre", "--row", "whole", "--row", "text only", "--language", "zh")))
                .isZero();
        assertThat(Files.readString(runs)).startsWith(first).contains("\ttext only\t");
        assertThat(Files.readAllLines(runs)).hasSize(3);
    }

    @Test
    void aWrongCallIsRefusedInOneSentence() {
        assertThat(run("ablate", "bert", "--out", "" + directory)).isEqualTo(2);
        assertThat(err.toString()).contains("There is no network bert: give one of m3d, mdocre, hmnet");
        assertThat(run("ablate", "m3d", "--language", "fr")).isEqualTo(2);
        assertThat(run("ablate", "m3d", "--epochs", "0")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }
}
