package org.newsreel.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.WordShape;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairNetwork;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.extraction.pair.TokenRange;
import org.newsreel.training.corpus.PairExample;

class PairTrainerTest {
    private static final PairConfig CONFIG = PairConfig.mnre(new BertConfig(30522, 64, 16, 2, 2, 32, 0.1, 1e-12, 0));
    private static final int MEMBER = CONFIG.relations().indexOf("/per/org/member_of");
    private static final int NONE = CONFIG.relations().indexOf(PairConfig.NONE);

    @TempDir
    private Path directory;

    /** Who joins is a member, who leaves nothing. */
    private static List<PairExample> examples(TextTokenizer tokenizer) {
        PairReader reader = new PairReader(tokenizer, 64);
        List<PairExample> examples = new ArrayList<>();
        for (String name : List.of("Ann", "Bob", "Cleo", "Dan", "Eve", "Fay")) {
            for (boolean joins : new boolean[] {true, false}) {
                List<String> tokens = List.of(name, joins ? "joins" : "leaves", "Acme", "today");
                examples.add(new PairExample(
                        reader.read(tokens, new TokenRange(0, 1), new TokenRange(2, 3)),
                        joins ? MEMBER : NONE,
                        joins ? 0 : -1,
                        joins ? 2 : -1));
            }
        }
        return examples;
    }

    private static PairPlan plan(double agreement) {
        return new PairPlan(4, 7, 3e-3, 3, 1, 64, 0.05, 0.3, 0.1, agreement, 0.5, 4, Precision.FP32);
    }

    private static PairNetwork network() {
        return new PairNetwork(CONFIG, Precision.FP32, Device.cpu());
    }

    private static void run(PairTrainer trainer, List<PairExample> examples, int until, List<Double> into) {
        while (trainer.done() < until) {
            PairTrainer.Epoch epoch = trainer.epoch(examples, examples, () -> {});
            into.add(epoch.loss());
            into.add(epoch.metric().accuracy());
        }
    }

    @Test
    void aRunThatWasStoppedAndResumedTakesTheSameStepsAndTheLossFalls() throws IOException {
        try (TextTokenizer tokenizer = TextTokenizer.pretrained()) {
            List<PairExample> examples = examples(tokenizer);
            List<Double> whole = new ArrayList<>();
            Engine.getInstance().setRandomSeed(7);
            try (PairNetwork network = network();
                    PairTrainer trainer = new PairTrainer(network, plan(0), directory.resolve("whole"), s -> {})) {
                run(trainer, examples, 4, whole);
                assertThat(trainer.ended()).isTrue();
            }
            List<Double> parts = new ArrayList<>();
            Engine.getInstance().setRandomSeed(7);
            try (PairNetwork network = network();
                    PairTrainer trainer = new PairTrainer(network, plan(0), directory.resolve("parts"), s -> {})) {
                run(trainer, examples, 2, parts);
            }
            // Other weights, so that everything must come from the checkpoint.
            Engine.getInstance().setRandomSeed(99);
            try (PairNetwork network = network();
                    PairTrainer trainer = new PairTrainer(network, plan(0), directory.resolve("parts"), s -> {})) {
                copyFrozen(network);
                assertThat(trainer.resume()).isTrue();
                assertThat(trainer.done()).isEqualTo(2);
                run(trainer, examples, 4, parts);
            }

            assertThat(whole.get(6)).isLessThan(whole.get(0));
            for (int i = 0; i < whole.size(); i++) {
                assertThat(parts.get(i)).as("figure %d", i).isCloseTo(whole.get(i), within(1e-6));
            }
            assertThat(Files.readAllLines(directory.resolve("parts/metrics.csv")))
                    .hasSize(5)
                    .isEqualTo(Files.readAllLines(directory.resolve("whole/metrics.csv")));
        }
    }

    @Test
    void trainingWithTwoPassesLearnsToo() {
        try (TextTokenizer tokenizer = TextTokenizer.pretrained()) {
            List<PairExample> examples = examples(tokenizer);
            List<Double> figures = new ArrayList<>();
            Engine.getInstance().setRandomSeed(7);
            try (PairNetwork network = network();
                    PairTrainer trainer = new PairTrainer(network, plan(1), directory, s -> {})) {
                run(trainer, examples, 4, figures);
            }
            assertThat(figures.get(6)).isLessThan(figures.get(0));
        }
    }

    @Test
    void trainingEndsWhenTheLastEpochsBroughtNothing() {
        PairPlan plan = new PairPlan(50, 7, 1e-9, 1, 1, 64, 0, 0, 0, 0, 0.5, 2, Precision.FP32);
        try (TextTokenizer tokenizer = TextTokenizer.pretrained();
                PairNetwork network = network();
                PairTrainer trainer = new PairTrainer(network, plan, directory, s -> {})) {
            List<PairExample> examples = examples(tokenizer);
            int[] bests = {0};
            while (!trainer.ended()) {
                trainer.epoch(examples, examples, () -> bests[0]++);
            }
            assertThat(trainer.bestEpoch()).isEqualTo(1);
            assertThat(trainer.done()).isEqualTo(3);
            assertThat(bests[0]).isEqualTo(1);
        }
    }

    @Test
    void theAverageFollowsTheWeightsAndSwappingTwiceChangesNothing() {
        try (NDManager manager = NDManager.newBaseManager()) {
            var weight = manager.create(new float[] {0, 8});
            try (WeightAverage average = new WeightAverage(manager, java.util.Map.of("w", weight), 0.5)) {
                weight.set(new float[] {16, 8});
                for (int step = 1; step <= 4; step++) {
                    average.after(step);
                }
                // One update, of share 1 - 0.5⁴.
                average.swap();
                assertThat(weight.toFloatArray()).containsExactly(15, 8);
                average.swap();
                assertThat(weight.toFloatArray()).containsExactly(16, 8);
                assertThat(average.arrays().get("w").toFloatArray()).containsExactly(15, 8);
            }
        }
    }

    /** Frozen tables are not in a checkpoint: they are published ones in earnest, seeded ones here. */
    private static void copyFrozen(PairNetwork network) {
        Engine.getInstance().setRandomSeed(7);
        try (PairNetwork same = network()) {
            for (String name : TextTrainer.FROZEN) {
                try (NDManager scratch = network.manager().newSubManager()) {
                    var source = same.byName().get(name).getArray();
                    scratch.create(source.toFloatArray(), source.getShape())
                            .copyTo(network.byName().get(name).getArray());
                }
            }
        }
    }

    @Test
    void itStartsFromTheEncoderOfATextNetworksRunAndRefusesAnotherEncoder() {
        int shapes = WordShape.values().length;
        Engine.getInstance().setRandomSeed(8);
        try (PairNetwork network = network();
                PairTrainer trainer = new PairTrainer(network, plan(0), directory.resolve("pair"), s -> {});
                NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> text = new LinkedHashMap<>();
            network.encoder().byName().forEach((name, parameter) -> {
                if (!TextTrainer.FROZEN.contains(name)) {
                    Shape shape = name.equals(BertEncoder.SHAPE_TABLE)
                            ? new Shape(shapes, 16)
                            : parameter.getArray().getShape();
                    text.put(name, manager.randomNormal(shape));
                }
            });
            text.put("m3d.entities.weight", manager.ones(new Shape(3)));
            new Checkpoint(directory).save(text, Map.of(), 1);
            float[] head = network.byName().get("hidden.weight").getArray().toFloatArray();

            trainer.startFrom(directory);

            String query = "encoder.layer.1.attention.self.query.weight";
            assertThat(network.byName().get(query).getArray().toFloatArray())
                    .isEqualTo(text.get(query).toFloatArray());
            float[] table = text.get(BertEncoder.SHAPE_TABLE).toFloatArray();
            float[] own =
                    network.byName().get(BertEncoder.SHAPE_TABLE).getArray().toFloatArray();
            assertThat(Arrays.copyOf(own, table.length)).isEqualTo(table);
            assertThat(Arrays.copyOfRange(own, 3 * table.length, 4 * table.length))
                    .isEqualTo(table);
            assertThat(Arrays.copyOfRange(own, 4 * table.length, own.length)).containsOnly(0);
            assertThat(network.byName().get("hidden.weight").getArray().toFloatArray())
                    .isEqualTo(head);

            text.remove(query);
            new Checkpoint(directory).save(text, Map.of(), 1);
            assertThatThrownBy(() -> trainer.startFrom(directory)).hasMessageContaining("lacks the tensor " + query);
        }
    }
}
