package org.newsreel.extraction.hvformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.VitConfig;
import org.newsreel.extraction.layer.Doubles;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Weights;

class HvformerEquationsTest {
    private static final int D = 4;
    private static final int WORDS = 3;
    private static final int POSITIONS = 5;
    private static final HvformerConfig CONFIG = HvformerConfig.of(
            new BertConfig(9, 8, D, 1, 2, 8, 0, 1e-5, 0), new VitConfig(4, 2, D, 2, 2, 8, 1e-5, false), 2, 3);

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private static NDArray text(NDManager manager) {
        return Doubles.array(manager, new Random(1), 2, WORDS, D);
    }

    /** Two posts with two slots each: all of the first's are filled, none of the second's. */
    private static View view(NDManager manager) {
        List<NDArray> levels = new ArrayList<>();
        for (int level = 0; level < 3; level++) {
            levels.add(Doubles.array(manager, new Random(2 + level), 2, 2 * POSITIONS, D));
        }
        NDArray there = manager.create(new float[] {1, 1, 0, 0}, new Shape(2, 2));
        return new View(levels, there, there.max(new int[] {1}, true).expandDims(2), POSITIONS);
    }

    private NDArray array(String name) {
        return weights.byName().get(name).getArray();
    }

    private double[][] linear(double[][] x, String name) {
        return Doubles.linear(x, array(name + ".weight"), array(name + ".bias"));
    }

    /** {@code A_C} of eq. 4 for the first post and one head. */
    private double[][] attention(double[][] t, double[][] v, String expert, int head) {
        double[][] q = Doubles.columns(linear(t, expert + ".attention.query"), 2 * head, 2 * head + 2);
        double[][] k = Doubles.columns(linear(v, expert + ".attention.key"), 2 * head, 2 * head + 2);
        double[][] scores = Doubles.times(q, Doubles.turned(k));
        for (double[] row : scores) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= Math.sqrt(D / 2.0);
            }
        }
        return Doubles.softmax(scores);
    }

    @Test
    void equations4And5LetWordsSeePatchesAndNothingWhereThereIsNone() {
        VisualExpert expert = VisualExpert.of(weights, CONFIG, 1);
        Doubles.fill(weights.byName(), 3);
        double[][] t = Doubles.of(text(root).get("0"));
        double[][] v = Doubles.of(view(root).levels().get(1).get("0"));
        double[][] value = linear(v, "expert.1.attention.value");
        double[][] joined = new double[WORDS][D];
        NDArray map = expert.map(text(root), view(root));
        for (int m = 0; m < 2; m++) {
            double[][] a = attention(t, v, "expert.1", m);
            Doubles.same(map.get("0, {}", m), a);
            double[][] head = Doubles.times(a, Doubles.columns(value, 2 * m, 2 * m + 2));
            for (int i = 0; i < WORDS; i++) {
                System.arraycopy(head[i], 0, joined[i], 2 * m, 2);
            }
        }
        double[][] expected = linear(joined, "expert.1.attention.output");
        float[] gain = array("expert.1.norm.weight").toFloatArray();
        float[] bias = array("expert.1.norm.bias").toFloatArray();
        for (double[] row : expected) {
            double mean = 0;
            double square = 0;
            for (double value1 : row) {
                mean += value1 / D;
            }
            for (double value1 : row) {
                square += (value1 - mean) * (value1 - mean) / D;
            }
            for (int c = 0; c < D; c++) {
                row[c] = (row[c] - mean) / Math.sqrt(square + 1e-5) * gain[c] + bias[c];
            }
        }
        NDArray context = expert.context(text(root), view(root));
        Doubles.same(context.get("0"), expected);
        assertThat(context.get("1").abs().sum().getFloat()).isZero();
    }

    @Test
    void withoutAttentionWordsSeeTheMeanOfTheClassTokens() {
        HvformerConfig without = CONFIG.ablations().get("w/o TVA");
        VisualExpert expert = VisualExpert.of(weights, without, 2);
        double[][] v = Doubles.of(view(root).levels().get(2).get("0"));
        double[][] expected = new double[WORDS][D];
        for (double[] row : expected) {
            for (int c = 0; c < D; c++) {
                row[c] = (v[0][c] + v[POSITIONS][c]) / 2;
            }
        }
        Doubles.same(expert.context(text(root), view(root)).get("0"), expected);
        double[][] map = new double[WORDS][2 * POSITIONS];
        for (double[] row : map) {
            row[0] = 0.5;
            row[POSITIONS] = 0.5;
        }
        Doubles.same(expert.map(text(root), view(root)).get("0, 0"), map);
        assertThat(weights.byName().keySet()).noneMatch(name -> name.contains("attention") || name.contains("norm"));
    }

    /** {@code x·Φ(x)} by Simpson's rule. */
    private static double gelu(double x) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double z = x * i / steps;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-z * z / 2);
        }
        return x * (0.5 + sum * x / steps / 3 / Math.sqrt(2 * Math.PI));
    }

    private double[][] feedForward(double[][] x, String name) {
        double[][] hidden = linear(x, name + ".1");
        for (double[] row : hidden) {
            for (int i = 0; i < row.length; i++) {
                row[i] = gelu(row[i]);
            }
        }
        return linear(hidden, name + ".2");
    }

    private static double[][] beside(double[][]... parts) {
        double[][] all = new double[WORDS][parts.length * D];
        for (int i = 0; i < WORDS; i++) {
            for (int p = 0; p < parts.length; p++) {
                System.arraycopy(parts[p][i], 0, all[i], p * D, D);
            }
        }
        return all;
    }

    @Test
    void equation6JoinsWordsAndWhatTheySee() {
        VisualExpert expert = VisualExpert.of(weights, CONFIG, 0);
        Doubles.fill(weights.byName(), 4);
        NDArray context = Doubles.array(root, new Random(8), 2, WORDS, D);
        double[][] t = Doubles.of(text(root).get("0"));
        double[][] expected = feedForward(beside(t, Doubles.of(context.get("0"))), "expert.0.ffn");
        for (int i = 0; i < WORDS; i++) {
            for (int c = 0; c < D; c++) {
                expected[i][c] += t[i][c];
            }
        }
        NDArray fused = expert.fuse(text(root), context, view(root));
        Doubles.same(fused.get("0"), expected);
        Doubles.same(fused.get("1"), Doubles.of(text(root).get("1")));
    }

    @Test
    void equations7And9And10WeighTheExpertsOfEveryWord() {
        ExpertRouter router = ExpertRouter.of(weights, 2, D);
        Doubles.fill(weights.byName(), 5);
        List<NDArray> contexts = two(root, 20);
        List<NDArray> fused = two(root, 30);
        double[][] t = Doubles.of(text(root).get("0"));
        double[][] all = beside(
                t,
                Doubles.of(contexts.get(0).get("0")),
                Doubles.of(contexts.get(1).get("0")));
        double[][] g = Doubles.softmax(Doubles.times(all, Doubles.turned(Doubles.of(array("router.weight")))));
        NDArray actual = router.weigh(text(root), contexts, view(root).visible());
        Doubles.same(actual.get("0"), g);
        Doubles.same(actual.get("1"), new double[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}});

        double[][] expected = new double[WORDS][D];
        for (int i = 0; i < WORDS; i++) {
            for (int c = 0; c < D; c++) {
                expected[i][c] = g[i][0] * t[i][c]
                        + g[i][1] * Doubles.of(fused.get(0).get("0"))[i][c]
                        + g[i][2] * Doubles.of(fused.get(1).get("0"))[i][c];
            }
        }
        Doubles.same(ExpertRouter.mix(text(root), fused, actual).get("0"), expected);
    }

    private static List<NDArray> two(NDManager manager, int seed) {
        return List.of(
                Doubles.array(manager, new Random(seed), 2, WORDS, D),
                Doubles.array(manager, new Random(seed + 1), 2, WORDS, D));
    }

    @Test
    void withoutRouterAFeedForwardNetworkJoinsTheExperts() {
        JoinedExperts joined = JoinedExperts.of(weights, 2, D);
        Doubles.fill(weights.byName(), 6);
        List<NDArray> fused = two(root, 30);
        double[][] all = beside(
                Doubles.of(text(root).get("1")),
                Doubles.of(fused.get(0).get("1")),
                Doubles.of(fused.get(1).get("1")));
        Doubles.same(joined.apply(text(root), fused).get("1"), feedForward(all, "joined"));
    }

    private static double[][] rows(Random random, int rows, int columns) {
        double[][] logits = new double[rows][columns];
        for (double[] row : logits) {
            for (int i = 0; i < columns; i++) {
                row[i] = 2 * random.nextGaussian();
            }
        }
        return Doubles.softmax(logits);
    }

    @Test
    void equations13To17FollowPatchesThroughTheLayers() {
        Random random = new Random(7);
        List<double[][][]> attention = List.of(
                new double[][][] {rows(random, 3, 3), rows(random, 3, 3)},
                new double[][][] {rows(random, 3, 3), rows(random, 3, 3)});
        List<double[][]> maps = TrackingMaps.patchMaps(attention);

        assertThat(maps).hasSize(3);
        assertThat(maps.get(0)).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        // Rows of attention sum to 1 and so do rows of maps: what is normalised sums to 2, so H is (I + A)/2 times H.
        double[][] expected = maps.get(0);
        for (int l = 0; l < 2; l++) {
            double[][] step = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double mean = (attention.get(l)[0][i][j] + attention.get(l)[1][i][j]) / 2;
                    step[i][j] = (mean + (i == j ? 1 : 0)) / 2;
                }
            }
            expected = Doubles.times(step, expected);
            for (int i = 0; i < 3; i++) {
                assertThat(maps.get(l + 1)[i]).containsExactly(expected[i], within(1e-9));
            }
        }
    }

    @Test
    void equation18FollowsPatchesToWordsAndPicturesStayApart() {
        Random random = new Random(9);
        double[][][] patches = {rows(random, 3, 3), rows(random, 3, 3)};
        double[][] attention = rows(random, 2, 6);
        double[][] whole = new double[6][6];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(patches[i / 3][i % 3], 0, whole[i], i / 3 * 3, 3);
        }
        double[][] expected = Doubles.times(attention, whole);
        double[][] actual = TrackingMaps.tokenMap(attention, patches);
        for (int t = 0; t < 2; t++) {
            assertThat(actual[t]).containsExactly(expected[t], within(1e-9));
        }
    }

    @Test
    void gradientsReachEveryParameter() {
        List<VisualExpert> experts = List.of(VisualExpert.of(weights, CONFIG, 0), VisualExpert.of(weights, CONFIG, 2));
        ExpertRouter router = ExpertRouter.of(weights, 2, D);
        JoinedExperts joined = JoinedExperts.of(weights, 2, D);
        Doubles.fill(weights.byName(), 10);
        GradientCheck.check(root, weights.byName(), scratch -> {
            NDArray t = text(scratch);
            View view = view(scratch);
            List<NDArray> contexts = new ArrayList<>();
            List<NDArray> fused = new ArrayList<>();
            for (VisualExpert expert : experts) {
                contexts.add(expert.context(t, view));
                fused.add(expert.fuse(t, contexts.get(contexts.size() - 1), view));
            }
            NDArray c = ExpertRouter.mix(t, fused, router.weigh(t, contexts, view.visible()));
            return Functions.scale(Doubles.along(c).add(Doubles.along(joined.apply(t, fused))), 0.1);
        });
    }
}
