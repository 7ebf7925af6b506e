package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.training.corpus.Split;
import picocli.CommandLine;

/** The command as users call it, on a few made documents. */
class TrainCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String command, Object... arguments) {
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(command));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return line.execute(all.toArray(String[]::new));
    }

    /** Documents of four videos, at least one of them in each of two folds. */
    private Path corpus() throws IOException {
        List<String> documents = new ArrayList<>();
        boolean[] folds = new boolean[2];
        for (int video = 1; documents.size() < 4 || !(folds[0] && folds[1]); video++) {
            String id = "video_" + video + "_1";
            folds[Split.fold(id, 2)] = true;
            documents.add(
                    """
                    {"doc": "Ann Varnholt was born in Oslo in 1940 . Her brother Tom lives in Berlin .", "lang": "en",
                     "video_id": "%s", "entityLink": {
                      "L0": {"type": "PER", "link": [{"start": 0, "end": 2}]},
                      "L1": {"type": "LOC", "link": [{"start": 5, "end": 6}]},
                      "L2": {"type": "TIME", "link": [{"start": 7, "end": 8}]},
                      "L3": {"type": "PER", "link": [{"start": 9, "end": 11}, {"start": 11, "end": 12}]}},
                     "relation": [{"link1": "L0", "link2": "L1", "type": "PER-LOC_birth"}]}
                    """
                            .formatted(id));
        }
        return Files.writeString(directory.resolve("gold.json"), "[" + String.join(",", documents) + "]");
    }

    @Test
    void crossValidationTrainsEveryFoldAndWhatItDecidesGoesIntoTheModelThatEvaluateReads() throws IOException {
        Path gold = corpus();
        Path folds = directory.resolve("folds");
        int validated = run(
                "train",
                "text",
                "--quiet",
                "--corpus",
                "m3d",
                "--data",
                gold,
                "--out",
                folds,
                "--epochs",
                1,
                "--precision",
                "fp32",
                "--cross-validate",
                2);

        assertThat(err.toString()).isEmpty();
        assertThat(validated).isZero();
        assertThat(out.toString()).contains("fold 1 of 2", "fold 2 of 2", "all folds, end to end: entity");
        assertThat(folds.resolve("decisions.json")).exists();

        Path last = directory.resolve("last");
        int trained = run(
                "train",
                "text",
                "--quiet",
                "--corpus",
                "m3d",
                "--data",
                gold,
                "--out",
                last,
                "--epochs",
                2,
                "--precision",
                "fp32",
                "--parts",
                "train,tune,held-back",
                "--only",
                2,
                "--stop-after",
                1,
                "--start",
                folds.resolve("fold-0"),
                "--decisions",
                folds.resolve("decisions.json"));

        assertThat(err.toString()).isEmpty();
        assertThat(trained).isZero();
        assertThat(out.toString()).contains("epoch 1 of 2").doesNotContain("epoch 2 of 2");
        assertThat(Files.readString(last.resolve("metrics.csv"))).contains("epoch,step,rate,loss");
        assertThat(run("evaluate", "--quiet", "--corpus", "m3d", "--gold", gold, "--models", last))
                .isZero();
        assertThat(out.toString()).contains("m3d: ");
    }

    @Test
    void wrongCallsAreRefusedInOneSentence() throws IOException {
        Path gold = corpus();
        assertThat(run("train", "text", "--corpus", "m3d", "--data", gold, "--out", directory, "--epochs", 0))
                .isEqualTo(2);
        assertThat(run("train", "text", "--corpus", "nothing", "--data", gold, "--out", directory))
                .isEqualTo(2);
        assertThat(run("train", "text", "--corpus", "mnre", "--data", gold, "--out", directory))
                .isEqualTo(2);
        assertThat(err.toString()).contains("newsreel: ").doesNotContain("\tat ");
    }
}
