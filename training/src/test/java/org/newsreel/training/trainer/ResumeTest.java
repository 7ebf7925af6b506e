package org.newsreel.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.TrainingDocument;
import org.newsreel.training.corpus.TrainingDocuments;

class ResumeTest {
    private static final TextNetworkConfig CONFIG =
            TextNetworkConfig.m3d(new BertConfig(30522, 64, 16, 2, 2, 32, 0.1, 1e-12, 10));

    @TempDir
    private Path directory;

    private List<TrainingDocument> documents(TextTokenizer tokenizer) throws IOException {
        String one =
                """
                {"doc": "Ann of Acme met her brother Bo in Oslo in 1940 .", "lang": "en", "video_id": "v_1",
                 "entityLink": {
                  "L0": {"type": "PER", "link": [{"start": 0, "end": 1}]},
                  "L1": {"type": "ORG", "link": [{"start": 2, "end": 3}]},
                  "L2": {"type": "PER", "link": [{"start": 4, "end": 6}, {"start": 6, "end": 7}]},
                  "L3": {"type": "LOC", "link": [{"start": 8, "end": 9}]}},
                 "relation": [{"link1": "L0", "link2": "L1", "type": "PER-ORG_member"},
                  {"link1": "L0", "link2": "L2", "type": "PER-PER_brother_sister"}]}
                """;
        Path file = Files.writeString(
                directory.resolve("gold.json"), "[" + String.join(",", java.util.Collections.nCopies(6, one)) + "]");
        List<TrainingDocument> documents = new ArrayList<>();
        try (GoldSource source = GoldSource.m3d(file)) {
            while (source.hasNext()) {
                source.next();
                documents.addAll(new TrainingDocuments(tokenizer, CONFIG)
                        .of(source.gold().orElseThrow(), Annotation.M3D));
            }
        }
        return documents;
    }

    @Test
    void aRunThatWasStoppedAndResumedTakesTheSameSteps() throws IOException {
        TrainingPlan plan = new TrainingPlan(4, 7, 1e-3, 0.9, 3, 1, 40, Map.of(), Precision.FP32);
        try (TextTokenizer tokenizer = TextTokenizer.pretrained()) {
            List<TrainingDocument> documents = documents(tokenizer);
            List<Double> whole = new ArrayList<>();
            Engine.getInstance().setRandomSeed(7);
            try (TextNetwork network = new TextNetwork(CONFIG, Precision.FP32, Device.cpu());
                    TextTrainer trainer = new TextTrainer(network, plan, directory.resolve("whole"), s -> {})) {
                while (trainer.done() < 4) {
                    whole.add(trainer.epoch(documents));
                }
            }
            List<Double> parts = new ArrayList<>();
            Engine.getInstance().setRandomSeed(7);
            try (TextNetwork network = new TextNetwork(CONFIG, Precision.FP32, Device.cpu());
                    TextTrainer trainer = new TextTrainer(network, plan, directory.resolve("parts"), s -> {})) {
                parts.add(trainer.epoch(documents));
                parts.add(trainer.epoch(documents));
            }
            // Other weights, so that everything must come from the checkpoint.
            Engine.getInstance().setRandomSeed(99);
            try (TextNetwork network = new TextNetwork(CONFIG, Precision.FP32, Device.cpu());
                    TextTrainer trainer = new TextTrainer(network, plan, directory.resolve("parts"), s -> {})) {
                // Frozen tables are not in a checkpoint: they are published ones in earnest, seeded ones here.
                copyFrozen(network);
                assertThat(trainer.resume()).isTrue();
                assertThat(trainer.done()).isEqualTo(2);
                parts.add(trainer.epoch(documents));
                parts.add(trainer.epoch(documents));
            }

            assertThat(whole.get(3)).isLessThan(whole.get(0));
            for (int i = 0; i < 4; i++) {
                assertThat(parts.get(i)).as("epoch %d", i + 1).isCloseTo(whole.get(i), within(1e-6));
            }
        }
    }

    private static void copyFrozen(TextNetwork network) {
        Engine.getInstance().setRandomSeed(7);
        try (TextNetwork same = new TextNetwork(CONFIG, Precision.FP32, Device.cpu())) {
            for (String name : TextTrainer.FROZEN) {
                try (var scratch = network.manager().newSubManager()) {
                    var source = same.byName().get(name).getArray();
                    scratch.create(source.toFloatArray(), source.getShape())
                            .copyTo(network.byName().get(name).getArray());
                }
            }
        }
    }
}
