package org.newsreel.extraction.mdocre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Descent;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.Pixels;

class MdocreNetworkTest {
    private static final int D = 8;
    private static final int HEADS = 2;

    private final Random random = new Random(5);
    private NDManager manager;

    @BeforeEach
    void open() {
        Engine.getInstance().setRandomSeed(7);
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private static MdocreConfig small(MdocreConfig.Parts parts) {
        return new MdocreConfig(
                new BertConfig(40, 32, D, 2, 2, 16, 0, 1e-12, 0),
                BertLayout.BERT,
                16,
                8,
                2,
                1,
                HEADS,
                3,
                32,
                4,
                2,
                0,
                parts);
    }

    private double[][] values(int rows) {
        double[][] values = new double[rows][D];
        for (double[] row : values) {
            for (int c = 0; c < D; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    private static NDArray array(NDManager manager, double[][]... values) {
        int rows = values[0].length;
        float[] flat = new float[values.length * rows * D];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) values[i / (rows * D)][i / D % rows][i % D];
        }
        return manager.create(flat, new Shape(values.length, rows, D));
    }

    private static void same(NDArray actual, double[][]... expected) {
        float[] values = actual.toFloatArray();
        int rows = expected[0].length;
        assertThat(values).hasSize(expected.length * rows * D);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i / (rows * D)][i / D % rows][i % D], within(1e-4));
        }
    }

    /** One document of three words with two groups of two. */
    private static Streams streams(NDManager manager, double[][] text, double[][]... groups) {
        return new Streams(
                array(manager, groups),
                manager.ones(new Shape(groups.length, groups[0].length)),
                array(manager, text),
                manager.ones(new Shape(1, text.length)),
                manager.create(new long[groups.length]),
                manager.create(
                        java.util.stream.LongStream.range(0, groups.length).toArray()),
                manager.ones(new Shape(1, groups.length)));
    }

    @Test
    void textGuidesEveryFrameByPrefixedKeysAndValues() {
        Weights weights = new Weights(manager);
        Level level = Level.of(weights.in("l"), small(MdocreConfig.Parts.ALL), 2);
        double[][] text = values(3);
        double[][][] groups = {values(2), values(2)};
        PlainMdocre plain = new PlainMdocre(weights.byName());
        double[][] keys = plain.linear(text, "l.prompt.key");
        double[][] promptValues = plain.linear(text, "l.prompt.value");
        double[][][] expected = groups.clone();
        for (int layer = 0; layer < 2; layer++) {
            for (int g = 0; g < 2; g++) {
                expected[g] = plain.layer(
                        expected[g],
                        PlainMdocre.stacked(keys, expected[g]),
                        PlainMdocre.stacked(promptValues, expected[g]),
                        "l.visual." + layer,
                        HEADS);
            }
        }
        Streams fused = level.fuse(streams(manager, text, groups), false);
        same(fused.visual(), expected);
        same(fused.text(), text);
    }

    @Test
    void picturesGuideTheTextWhereTheArchitectureIsTurnedRound() {
        Weights weights = new Weights(manager);
        MdocreConfig config =
                small(new MdocreConfig.Parts(MdocreConfig.Architecture.VISUAL_GUIDED, true, true, true, true));
        Level level = Level.of(weights.in("l"), config, 1);
        double[][] text = values(3);
        double[][][] groups = {values(2), values(2)};
        PlainMdocre plain = new PlainMdocre(weights.byName());
        double[][] all = PlainMdocre.stacked(groups[0], groups[1]);
        double[][] expected = plain.layer(
                text,
                PlainMdocre.stacked(plain.linear(all, "l.prompt.key"), text),
                PlainMdocre.stacked(plain.linear(all, "l.prompt.value"), text),
                "l.text.0",
                HEADS);
        Streams fused = level.fuse(streams(manager, text, groups), false);
        same(fused.text(), expected);
        same(fused.visual(), groups);
    }

    @Test
    void twoStreamsAttendToEachOtherThenToThemselves() {
        Weights weights = new Weights(manager);
        MdocreConfig config =
                small(new MdocreConfig.Parts(MdocreConfig.Architecture.TWO_STREAM, true, true, true, true));
        Level level = Level.of(weights.in("l"), config, 1);
        double[][] text = values(3);
        double[][][] groups = {values(2), values(2)};
        PlainMdocre plain = new PlainMdocre(weights.byName());
        double[][] told = plain.layer(
                text,
                PlainMdocre.stacked(groups[0], groups[1]),
                PlainMdocre.stacked(groups[0], groups[1]),
                "l.text.0",
                HEADS);
        double[][][] visual = new double[2][][];
        for (int g = 0; g < 2; g++) {
            double[][] seen = plain.layer(groups[g], text, text, "l.visual.0", HEADS);
            visual[g] = plain.layer(seen, seen, seen, "l.visualself.0", HEADS);
        }
        Streams fused = level.fuse(streams(manager, text, groups), false);
        same(fused.visual(), visual);
        same(fused.text(), plain.layer(told, told, told, "l.textself.0", HEADS));
    }

    @Test
    void framesArePatchesThenOneProjectedAndNormalisedRow() {
        Weights weights = new Weights(manager);
        MdocreConfig config = small(MdocreConfig.Parts.ALL);
        Patches patches = Patches.of(weights.in("p"), config);
        Frames frames = Frames.of(weights.in("f"), config);
        PlainMdocre plain = new PlainMdocre(weights.byName());
        float[] pixels = new float[3 * 16 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) random.nextGaussian();
        }
        float[] w = plain.values("p.convolution.weight");
        float[] pos = plain.values("p.position");
        double[][] cells = new double[4][D];
        for (int cell = 0; cell < 4; cell++) {
            for (int o = 0; o < D; o++) {
                cells[cell][o] = pos[cell * D + o];
                for (int i = 0; i < 3 * 64; i++) {
                    int y = cell / 2 * 8 + i % 64 / 8;
                    int x = cell % 2 * 8 + i % 8;
                    cells[cell][o] += w[o * 192 + i] * pixels[i / 64 * 256 + y * 16 + x];
                }
            }
        }
        double[][] normed = plain.norm(cells, "p.norm");
        NDArray made = patches.embedded(manager.create(pixels, new Shape(1, 3, 16, 16)));
        same(made, normed);
        double[][] row = new double[1][4 * D];
        for (int i = 0; i < 4 * D; i++) {
            row[0][i] = normed[i / D][i % D];
        }
        double[][] frame = plain.norm(plain.linear(row, "f.projection"), "f.norm");
        same(frames.embedded(made).expandDims(0), frame);
        double[][] placed = PlainMdocre.stacked(frame, frame);
        float[] order = plain.values("f.position");
        for (int i = 0; i < 2 * D; i++) {
            placed[i / D] = placed[i / D].clone();
        }
        for (int i = 0; i < 2 * D; i++) {
            placed[i / D][i % D] += order[i];
        }
        same(frames.inOrder(array(manager, PlainMdocre.stacked(frame, frame))), plain.norm(placed, "f.last"));
    }

    /** One pair: the subject twice in the text and once in the video, the object once in the text. */
    private static MdocreExample gated() {
        MdocreExample made = MadeVideos.document(1, 8, 2);
        return new MdocreExample(
                made.pieces(), made.words(), made.frames(), made.entities(), List.of(new MdocreExample.Pair(0, 1, 1)));
    }

    @Test
    void theGateWeighsMentionsByTheirAttentionToAllOfThem() {
        Weights weights = new Weights(manager);
        MentionGate gate = MentionGate.of(weights.in("g"), small(MdocreConfig.Parts.ALL));
        weights.byName().values().forEach(p -> p.getArray().set(new float[] {0.3f, -0.5f, 0.8f, 0.1f}));
        MentionTable table = MentionTable.of(new Batch(List.of(gated()), true));
        assertThat(table.length()).isEqualTo(4);
        assertThat(table.parts(0)).containsExactly(0, 0, 1, 2);
        double[][] e = values(4);
        // Places: the subject's first and second mention, the object's first; the subject's first in the video.
        int[] place = {0, 1, 2, 0};
        double[] w = {0.3f, -0.5f, 0.8f, 0.1f};
        double[] c = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double score = 0;
                for (int k = 0; k < D; k++) {
                    score += e[i][k] * e[j][k] / Math.sqrt(D);
                }
                // W_a and W_b hold the same values here; the other test tells them apart.
                c[i] += w[place[j]] * score;
            }
            sum += Math.exp(c[i]);
        }
        MentionGate.Gated gated = gate.apply(array(manager, e), table);
        float[] alpha = gated.weights().toFloatArray();
        double[][] expected = new double[4][D];
        int[] part = {0, 0, 1, 2};
        for (int i = 0; i < 4; i++) {
            assertThat((double) alpha[i]).isCloseTo(Math.exp(c[i]) / sum, within(1e-5));
            for (int k = 0; k < D; k++) {
                expected[part[i]][k] += Math.exp(c[i]) / sum * e[i][k];
            }
        }
        same(gated.entities(), expected);
    }

    @Test
    void theGateTellsItsOwnModalityFromTheOther() {
        Weights weights = new Weights(manager);
        MentionGate gate = MentionGate.of(weights.in("g"), small(MdocreConfig.Parts.ALL));
        weights.byName().get("g.intra").getArray().set(new float[] {1, 1, 1, 1});
        weights.byName().get("g.inter").getArray().set(new float[] {0, 0, 0, 0});
        MentionTable table = MentionTable.of(new Batch(List.of(gated()), true));
        double[][] e = new double[4][D];
        e[0][0] = 1;
        e[3][0] = 2;
        // Each sees itself alone: the other's product of 2 does not count, and the second and third mention are 0.
        double one = Math.exp(1 / Math.sqrt(D));
        double four = Math.exp(4 / Math.sqrt(D));
        float[] alpha = gate.apply(array(manager, e), table).weights().toFloatArray();
        assertThat((double) alpha[0]).isCloseTo(one / (one + four + 2), within(1e-5));
        assertThat((double) alpha[1]).isCloseTo(1 / (one + four + 2), within(1e-5));
        assertThat((double) alpha[3]).isCloseTo(four / (one + four + 2), within(1e-5));
    }

    @Test
    void withoutAGateMentionsCountAlike() {
        MentionTable table = MentionTable.of(new Batch(List.of(gated()), true));
        double[][] e = values(4);
        MdocreConfig config = small(MdocreConfig.Parts.ALL);
        MentionGate none =
                MentionGate.of(new Weights(manager), config.ablations().get("-MG"));
        assertThat(none.apply(array(manager, e), table).weights().toFloatArray())
                .containsExactly(0.5f, 0.5f, 1, 1);
        MentionGate visual =
                MentionGate.of(new Weights(manager), config.ablations().get("-Textual MG"));
        assertThat(visual.apply(array(manager, e), table).weights().toFloatArray())
                .containsExactly(new float[] {0.5f, 0.5f, 1, 1}, within(1e-6f));
        float[] text = MentionGate.of(new Weights(manager), config.ablations().get("-Visual MG"))
                .apply(array(manager, e), table)
                .weights()
                .toFloatArray();
        assertThat(text[0] + text[1] + text[2]).isCloseTo(1, within(1e-5f));
        assertThat(text[3]).isEqualTo(1);
    }

    @Test
    void equations1And2AndTheBilinearForm() {
        Weights weights = new Weights(manager);
        PairHead head = PairHead.of(weights.in("h"), small(MdocreConfig.Parts.ALL));
        PlainMdocre plain = new PlainMdocre(weights.byName());
        double[][] e = values(4);
        double[][] z = new double[2][D];
        for (int side = 0; side < 2; side++) {
            String name = side == 0 ? "h.subject" : "h.object";
            double[][] sum = PlainMdocre.plus(
                    plain.linear(new double[][] {e[side]}, name + ".text"),
                    plain.linear(new double[][] {e[2 + side]}, name + ".video"));
            for (int c = 0; c < D; c++) {
                z[side][c] = Math.tanh(sum[0][c]);
            }
        }
        float[] w = plain.values("h.bilinear.weight");
        float[] logits = head.logits(array(manager, e), false).toFloatArray();
        assertThat(logits).hasSize(4);
        for (int r = 0; r < 4; r++) {
            double score = 0;
            for (int i = 0; i < D; i++) {
                for (int j = 0; j < D; j++) {
                    score += z[0][i] * w[(r * D + i) * D + j] * z[1][j];
                }
            }
            assertThat((double) logits[r]).isCloseTo(score, within(1e-5));
        }
    }

    @Test
    void lowerAndHigherAreTheFirstAndTheLastTwoLayers() {
        NDList states = new NDList();
        for (int i = 0; i <= 6; i++) {
            states.add(manager.create(new float[] {i}));
        }
        assertThat(MdocreEncoder.lower(states).getFloat()).isEqualTo(1.5f);
        assertThat(MdocreEncoder.higher(states).getFloat()).isEqualTo(5.5f);
        NDList two = new NDList(states.subList(0, 2));
        assertThat(MdocreEncoder.lower(two).getFloat()).isEqualTo(1);
        assertThat(MdocreEncoder.higher(two).getFloat()).isEqualTo(1);
    }

    @Test
    void gradientsReachEveryParameterAboveTheTextEncoder() {
        try (MdocreNetwork network = new MdocreNetwork(small(MdocreConfig.Parts.ALL), Device.cpu())) {
            Map<String, Parameter> own = new LinkedHashMap<>(network.byName());
            own.keySet().removeIf(network::pretrained);
            MdocreExample made = gated();
            float[] values = new float[3 * 16 * 16];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            Pixels pixels = new Pixels(16, 16, values);
            MdocreExample example = new MdocreExample(
                    made.pieces(), made.words(), List.of(pixels, pixels), made.entities(), made.pairs());
            GradientCheck.check(network.manager(), own, scratch -> network.loss(scratch, List.of(example), false));
        }
    }

    @Test
    void gradientsReachBothStreams() {
        Weights weights = new Weights(manager);
        Level level = Level.of(
                weights,
                small(new MdocreConfig.Parts(MdocreConfig.Architecture.TWO_STREAM, true, true, true, true)),
                1);
        double[][] text = values(3);
        double[][][] groups = {values(3)};
        double[][] direction = values(3);
        GradientCheck.check(manager, weights.byName(), scratch -> {
            Streams fused = level.fuse(streams(scratch, text, groups), false);
            return Functions.scale(fused.visual(), 2)
                    .add(fused.text())
                    .mul(array(scratch, direction))
                    .sum();
        });
    }

    private static void same(float[][] actual, float[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < actual.length; i++) {
            for (int c = 0; c < actual[i].length; c++) {
                assertThat(actual[i][c]).as("row %d column %d", i, c).isCloseTo(expected[i][c], within(2e-4f));
            }
        }
    }

    @Test
    void aFewStepsDriveTheLossDown() {
        try (MdocreNetwork network = new MdocreNetwork(MadeVideos.config().withDropout(0), Device.cpu())) {
            Descent<MdocreExample> descent = new Descent<>(network, 0.002f);
            List<MdocreExample> batch = MadeVideos.documents(16);
            double first = descent.step(batch);
            double last = first;
            for (int i = 0; i < 25; i++) {
                last = descent.step(batch);
            }
            assertThat(last).isLessThan(0.6 * first);
        }
    }

    @Test
    void theFirstStageLeavesTheTextEncoderAlone() {
        try (MdocreNetwork network = new MdocreNetwork(MadeVideos.config(), Device.cpu())) {
            String name = "text.encoder.layer.0.attention.self.query.weight";
            float[] before = network.byName().get(name).getArray().toFloatArray();
            network.stage(1);
            assertThat(network.byName().keySet()).filteredOn(network::frozen).allMatch(n -> n.startsWith("text."));
            new Descent<>(network, 0.002f).step(MadeVideos.documents(4));
            assertThat(network.byName().get(name).getArray().toFloatArray()).isEqualTo(before);
            network.stage(2);
            assertThat(network.byName().keySet()).noneMatch(network::frozen);
            new Descent<>(network, 0.002f).step(MadeVideos.documents(4));
            assertThat(network.byName().get(name).getArray().toFloatArray()).isNotEqualTo(before);
        }
    }

    @Test
    void neitherOrderNorPaddingChangesAnything() {
        for (MdocreConfig config : List.of(
                MadeVideos.config(),
                MadeVideos.config().ablations().get("Hierarchical Ts"),
                MadeVideos.config().ablations().get("Vg"))) {
            try (MdocreNetwork network = new MdocreNetwork(config, Device.cpu())) {
                List<MdocreExample> batch = new ArrayList<>(MadeVideos.documents(4));
                batch.add(MadeVideos.document(7, 100, 5));
                float[][] scores = network.scores(batch);
                for (int i = 0; i < 5; i++) {
                    same(Arrays.copyOfRange(scores, 3 * i, 3 * i + 3), network.scores(List.of(batch.get(i))));
                }
                Collections.reverse(batch);
                float[][] turned = network.scores(batch);
                for (int i = 0; i < 5; i++) {
                    same(
                            Arrays.copyOfRange(turned, 12 - 3 * i, 15 - 3 * i),
                            Arrays.copyOfRange(scores, 3 * i, 3 * i + 3));
                }
            }
        }
    }

    @Test
    void evidenceIsTheGateRenormalisedForSubjectAndObject() {
        try (MdocreNetwork network = new MdocreNetwork(MadeVideos.config(), Device.cpu())) {
            MdocreExample example = MadeVideos.document(3, 9, 2);
            Evidence evidence = network.evidence(example, 0, 1);
            assertThat(evidence.texts()).extracting(Evidence.TextShare::from).containsExactly(0, 3, 5);
            assertThat(evidence.texts().get(2).weight()).isCloseTo(0.5, within(1e-5));
            assertThat(evidence.regions()).hasSize(1);
            assertThat(evidence.regions().get(0).picture()).isEqualTo(1);
            assertThat(evidence.gates().get("video"))
                    .isCloseTo(evidence.regions().get(0).weight(), within(1e-9));
            assertThat(network.evidence(example.withoutPictures(), 0, 1).regions())
                    .isEmpty();
            assertThatThrownBy(() -> network.evidence(example, 3, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theTextOnlyNetworkReadsNoPicture() {
        MdocreExample example = MadeVideos.document(3, 9, 2);
        try (MdocreNetwork network = new MdocreNetwork(MadeVideos.config().textOnly(), Device.cpu())) {
            same(network.scores(List.of(example)), network.scores(List.of(example.withoutPictures())));
            assertThat(network.byName().keySet())
                    .noneMatch(n -> n.startsWith("patch.")
                            || n.startsWith("local.")
                            || n.startsWith("frame.")
                            || n.startsWith("global.")
                            || n.contains(".video."));
        }
        try (MdocreNetwork network = new MdocreNetwork(MadeVideos.config(), Device.cpu())) {
            assertThat(network.scores(List.of(example))[1])
                    .isNotEqualTo(network.scores(List.of(example.withoutPictures()))[1]);
        }
    }

    @Test
    void everyAblationLacksWhatItsNameSaysAndLearns() {
        MdocreConfig config = MadeVideos.config().withDropout(0);
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Map<String, MdocreConfig> rows = new LinkedHashMap<>(config.ablations());
        rows.put("text only", config.textOnly());
        List<MdocreExample> batch = MadeVideos.documents(6);
        rows.forEach((row, one) -> {
            try (MdocreNetwork network = new MdocreNetwork(one, Device.cpu())) {
                names.put(row, new TreeSet<>(network.byName().keySet()));
                Descent<MdocreExample> descent = new Descent<>(network, 0.002f);
                double first = descent.step(batch);
                for (int i = 0; i < 4; i++) {
                    descent.step(batch);
                }
                assertThat((double) descent.step(batch)).as(row).isLessThan(first);
            }
        });
        for (String row : List.of("Non-hierarchical Tg", "Non-hierarchical Ts", "Non-hierarchical Os")) {
            assertThat(names.get(row)).noneMatch(n -> n.startsWith("local."));
        }
        assertThat(names.get("Non-hierarchical Os")).noneMatch(n -> n.contains("prompt"));
        assertThat(names.get("Vg")).anyMatch(n -> n.startsWith("local.text.")).noneMatch(n -> n.contains("visual"));
        assertThat(names.get("Hierarchical Ts")).anyMatch(n -> n.startsWith("local.textself."));
        assertThat(names.get("-MG")).noneMatch(n -> n.startsWith("gate."));
        assertThat(names.get("-Textual MG")).isEqualTo(names.get("-Visual MG"));
        assertThat(config.ablations()).hasSize(8);
    }
}
