package org.newsreel.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairModel;
import org.newsreel.extraction.pair.PairNetwork;
import org.newsreel.training.trainer.PairPlan;
import org.newsreel.training.trainer.TextTrainer;
import picocli.CommandLine;

class PairCommandsTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path gold;

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add("{'token': ['Ann', 'joined', 'Acme', 'n" + i + "'], 'h': {'name': 'Ann', 'pos': [0, 1]}, 't':"
                    + " {'name': 'Acme', 'pos': [2, 3]}, 'img_id': 'a.jpg', 'relation': '"
                    + (i % 2 == 0 ? "/per/org/member_of" : "None") + "'}");
        }
        gold = Files.write(directory.resolve("gold.txt"), lines);
    }

    private static PairPlan plan(int epochs) {
        return PairPlan.mnre(epochs, 7, PairPlan.RATE, 2, Precision.FP32);
    }

    private int run(String... arguments) {
        CommandLine line = TrainingCommands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void evaluateMeasuresThePairNetworkWhenTheCorpusIsMnre() throws IOException {
        Path model = directory.resolve("model");
        Engine.getInstance().setRandomSeed(3);
        PairConfig config = PairConfig.mnre(BertConfig.bgeSmall());
        try (PairNetwork network = new PairNetwork(config, Precision.FP32, Device.cpu())) {
            PretrainedEncoder.loadInto(network.encoder());
            PairModel.save(model, "test", network, config, TextTrainer.FROZEN::contains);
        }
        Files.writeString(gold, Files.readString(gold) + "{'token'\n");

        int code =
                run("evaluate", "--corpus", "mnre", "--gold", gold.toString(), "--models", model.toString(), "--json");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("newsreel: Line 61 of " + gold);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("examples").asInt()).isEqualTo(60);
        assertThat(json.get("failed").asInt()).isEqualTo(1);
        assertThat(json.get("accuracy").asDouble()).isBetween(0.0, 100.0);
        assertThat(json.get("relation").has("f1")).isTrue();
        assertThat(json.has("calibrationError")).isTrue();
    }

    @Test
    void aMissingModelAnotherCorpusAndAMissingFileAreOneSentenceEach() {
        assertThat(run("evaluate", "pair", "--corpus", "mnre", "--gold", gold.toString(), "--models", "" + directory))
                .isEqualTo(3);
        assertThat(err.toString()).contains("There is no model in " + directory.resolve("newsreel-pair-en"));
        assertThat(run("evaluate", "pair", "--corpus", "m3d", "--gold", gold.toString()))
                .isEqualTo(2);
        assertThat(run("train", "pair", "--corpus", "docred", "--data", gold.toString(), "--out", "" + directory))
                .isEqualTo(2);
        assertThat(err.toString()).contains("give --corpus mnre");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void trainWritesMetricsAndGoesOnWhereItStopped() throws IOException {
        BertConfig tiny = new BertConfig(30522, 64, 16, 2, 2, 32, 0.1, 1e-12, 0);
        Path run = directory.resolve("run");
        PairTraining training =
                new PairTraining(new PrintWriter(out, true), new PrintWriter(err, true), true, Optional.empty());

        assertThat(training.run(List.of(gold), run, plan(1), false, tiny)).isZero();
        assertThat(out.toString()).contains("epoch 1 of 1: mean loss").contains("best epoch 1");
        assertThat(training.run(List.of(gold), run, plan(2), true, tiny)).isZero();
        assertThat(out.toString()).contains("epoch 2 of 2: mean loss");
        assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(3);
    }

    @Test
    void anOptionThatTheNetworkDoesNotReadIsRefused() {
        assertThat(run(
                        "train",
                        "pair",
                        "--corpus",
                        "mnre",
                        "--data",
                        gold.toString(),
                        "--out",
                        "" + directory,
                        "--only",
                        "3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Training of pair does not read --only: leave it out.");
        assertThat(run(
                        "train",
                        "text-zh",
                        "--corpus",
                        "m3d",
                        "--data",
                        gold.toString(),
                        "--out",
                        "" + directory,
                        "--rate",
                        "3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Training of text-zh does not read --rate");
    }
}
