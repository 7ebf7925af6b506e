package org.newsreel.extraction.hmnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.layer.Doubles;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;

class HmnetEquationsTest {
    private static final int D = 4;
    private static final int LAYERS = 3;
    private static final int[] CHANNELS = {2, 3, 5};
    private static final int PICTURES = 2;
    private static final int CELLS = 4;

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private static NDList stages(NDManager manager) {
        Random random = new Random(4);
        return new NDList(
                Doubles.array(manager, random, PICTURES, 2, 8, 8),
                Doubles.array(manager, random, PICTURES, 3, 4, 4),
                Doubles.array(manager, random, PICTURES, 5, 2, 2));
    }

    private static NDArray features(NDManager manager) {
        return Doubles.array(manager, new Random(5), PICTURES, CHANNELS.length, CELLS, D);
    }

    /** Eq. 1 and 2 for one picture: [hw][d]. */
    private static double[][] mapped(NDArray stage, int picture, Linear convolution) {
        int channels = (int) stage.getShape().get(1);
        int side = (int) stage.getShape().get(2);
        int wide = side / 2;
        float[] values = stage.toFloatArray();
        double[][] pooled = new double[CELLS][channels];
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    pooled[y / wide * 2 + x / wide][c] +=
                            values[((picture * channels + c) * side + y) * side + x] / (wide * wide);
                }
            }
        }
        return Doubles.linear(pooled, convolution.weight(), convolution.bias());
    }

    @Test
    void equations1And2PoolTheScalesToTheLastOnesSizeAndMapTheirChannels() {
        VisualPyramid pyramid = VisualPyramid.of(weights, CHANNELS, D, true);
        Doubles.fill(weights.byName(), 1);
        NDList stages = stages(root);
        NDArray v = pyramid.apply(stages);

        assertThat(v.getShape()).isEqualTo(new Shape(PICTURES, 3, CELLS, D));
        for (int k = 0; k < PICTURES; k++) {
            for (int i = 0; i < 3; i++) {
                Doubles.same(
                        v.get("{}, {}", k, i),
                        mapped(stages.get(i), k, pyramid.convolutions().get(i)));
            }
        }
    }

    @Test
    void variantsWithoutPyramidMapTheLastScaleOnly() {
        VisualPyramid pyramid = VisualPyramid.of(weights, CHANNELS, D, false);
        Doubles.fill(weights.byName(), 1);
        NDArray v = pyramid.apply(stages(root));

        assertThat(weights.byName().keySet()).containsExactly("pyramid.3.weight", "pyramid.3.bias");
        assertThat(v.getShape()).isEqualTo(new Shape(PICTURES, 1, CELLS, D));
        Doubles.same(
                v.get("1, 0"),
                mapped(stages(root).get(2), 1, pyramid.convolutions().get(0)));
    }

    /** Eq. 3 and 4 for one picture and layer. */
    private static double[][] gate(LayerGates gates, NDArray v, int picture, int layer) {
        double[][] rows = Doubles.of(v.get("{}", picture));
        double[][] mean = new double[1][D];
        for (double[] row : rows) {
            for (int c = 0; c < D; c++) {
                mean[0][c] += row[c] / rows.length;
            }
        }
        double[][] all = Doubles.linear(
                mean, gates.projection().weight(), gates.projection().bias());
        double[][] own = Doubles.columns(all, layer * gates.scales(), (layer + 1) * gates.scales());
        for (int i = 0; i < own[0].length; i++) {
            own[0][i] = own[0][i] > 0 ? own[0][i] : 0.01 * own[0][i];
        }
        return Doubles.softmax(own);
    }

    @Test
    void equations3And4GateEveryScaleForEveryLayer() {
        LayerGates gates = LayerGates.of(weights, LAYERS, 3, D);
        Doubles.fill(weights.byName(), 2);
        NDArray v = features(root);
        NDArray g = gates.apply(v);

        assertThat(g.getShape()).isEqualTo(new Shape(PICTURES, LAYERS, 3));
        for (int k = 0; k < PICTURES; k++) {
            for (int l = 0; l < LAYERS; l++) {
                Doubles.same(g.get("{}, {}", k, l), gate(gates, v, k, l));
            }
        }
    }

    private static double[][] weighted(NDArray v, int picture, double[] gate) {
        double[][] sum = new double[CELLS][D];
        for (int i = 0; i < gate.length; i++) {
            double[][] scale = Doubles.of(v.get("{}, {}", picture, i));
            for (int p = 0; p < CELLS; p++) {
                for (int c = 0; c < D; c++) {
                    sum[p][c] += gate[i] * scale[p][c];
                }
            }
        }
        return sum;
    }

    @Test
    void equation5WeighsTheScalesByTheirGates() {
        VisualPrompt prompt = VisualPrompt.of(weights, HmnetVariant.FULL, LAYERS, 3, D);
        Doubles.fill(weights.byName(), 3);
        NDArray v = features(root);
        List<Optional<NDArray>> aggregated = prompt.aggregate(v);

        for (int l = 0; l < LAYERS; l++) {
            for (int k = 0; k < PICTURES; k++) {
                double[] gate = gate(prompt.gates().orElseThrow(), v, k, l)[0];
                Doubles.same(aggregated.get(l).orElseThrow().get("{}", k), weighted(v, k, gate));
            }
        }
    }

    @Test
    void variantsGiveLayersTheScalesThatTheirDescriptionsSay() {
        NDArray v = features(root);
        VisualPrompt oneToThree = VisualPrompt.of(weights.in("a"), HmnetVariant.ONE_TO_THREE, 6, 3, D);
        VisualPrompt flat = VisualPrompt.of(weights.in("b"), HmnetVariant.FLAT, 6, 3, D);
        VisualPrompt single = VisualPrompt.of(weights.in("c"), HmnetVariant.SINGLE, 6, 3, D);

        for (int l = 0; l < 6; l++) {
            double[] own = new double[3];
            own[l / 2] = 1;
            Doubles.same(oneToThree.aggregate(v).get(l).orElseThrow().get("1"), weighted(v, 1, own));
            Doubles.same(flat.aggregate(v).get(l).orElseThrow().get("1"), weighted(v, 1, new double[] {0, 0, 1}));
            assertThat(single.aggregate(v).get(l).isPresent()).isEqualTo(l == 5);
        }
        Doubles.same(single.aggregate(v).get(5).orElseThrow().get("1"), weighted(v, 1, new double[] {0, 0, 1}));
        assertThat(weights.byName().keySet())
                .noneMatch(name -> name.contains("gates"))
                .contains("c.prompt.6.weight")
                .doesNotContain("c.prompt.5.weight");
    }

    @Test
    void equation8ProjectsKeysAndValuesOfALayer() {
        VisualPrompt prompt = VisualPrompt.of(weights, HmnetVariant.FULL, LAYERS, 3, D);
        Doubles.fill(weights.byName(), 3);
        NDArray x = Doubles.array(root, new Random(6), 1, CELLS, D);
        NDArray w = weights.byName().get("prompt.2.weight").getArray();

        Doubles.same(prompt.project(1, x), Doubles.times(Doubles.of(x), Doubles.turned(Doubles.of(w))));
    }

    @Test
    void equations7And9GiveTheAttentionThatEvidenceRestsOn() {
        BertConfig config = new BertConfig(9, 8, D, 1, 2, 8, 0, 1e-12, 0);
        try (BertEncoder encoder = new BertEncoder(config, BertLayout.BERT, weights)) {
            Doubles.fill(weights.byName(), 7);
            NDArray ids = root.create(new long[] {1, 5, 2}, new Shape(1, 3));
            NDArray mask = root.ones(new Shape(1, 3));
            NDArray keys = Doubles.array(root, new Random(8), 1, 2, D);
            NDArray there = root.create(new float[] {1, 0}, new Shape(1, 2));
            List<Prefix> prefixes = List.of(new Prefix(keys, keys, Optional.of(there)));
            NDList states = encoder.states(ids, mask, prefixes, false);
            FirstAttention attention = FirstAttention.of(encoder, states, mask, prefixes);

            String self = "encoder.layer.0.attention.self.";
            double[][] x = Doubles.of(states.get(0));
            double[][] q = Doubles.linear(x, array(self + "query.weight"), array(self + "query.bias"));
            double[][] k = Doubles.linear(x, array(self + "key.weight"), array(self + "key.bias"));
            double[] expected = new double[5];
            for (int head = 0; head < 2; head++) {
                double[][] scores = new double[1][4];
                for (int j = 0; j < 4; j++) {
                    double[] key = j == 0 ? Doubles.of(keys)[0] : k[j - 1];
                    for (int c = 2 * head; c < 2 * head + 2; c++) {
                        scores[0][j] += q[0][c] * key[c] / Math.sqrt(2);
                    }
                }
                double[] map = Doubles.softmax(scores)[0];
                for (int j = 0; j < 4; j++) {
                    expected[j == 0 ? 0 : j + 1] += map[j] / 2;
                }
            }
            for (int j = 0; j < 5; j++) {
                double actual = j < 2 ? attention.prefix()[j] : attention.text()[j - 2];
                assertThat(actual).as("position %d", j).isCloseTo(expected[j], within(1e-5));
            }
        }
    }

    private NDArray array(String name) {
        return weights.byName().get(name).getArray();
    }

    @Test
    void gradientsReachEveryParameter() {
        VisualPyramid pyramid = VisualPyramid.of(weights, CHANNELS, D, true);
        VisualPrompt prompt = VisualPrompt.of(weights, HmnetVariant.FULL, LAYERS, 3, D);
        Doubles.fill(weights.byName(), 9);
        GradientCheck.check(root, weights.byName(), scratch -> {
            List<Optional<NDArray>> all = prompt.aggregate(pyramid.apply(stages(scratch)));
            NDArray sum = scratch.create(0f);
            for (int l = 0; l < LAYERS; l++) {
                sum = sum.add(Doubles.along(prompt.project(l, all.get(l).orElseThrow())));
            }
            return Functions.scale(sum, 0.1);
        });
    }
}
