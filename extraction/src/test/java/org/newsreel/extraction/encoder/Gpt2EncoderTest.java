package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;

class Gpt2EncoderTest {
    private static final int D = 8;
    private static final Gpt2Config TINY = Gpt2Config.small(30, 9, D, 2, 2);
    private static final Gpt2Config LOOKING = new Gpt2Config(30, 9, D, 2, 2, 0, 1e-5, true);
    private static final long[] IDS = {7, 3, 29, 0, 12};

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private Gpt2Encoder encoder(Gpt2Config config) {
        Gpt2Encoder encoder = new Gpt2Encoder(config, weights);
        Plain.fill(encoder.byName(), 1);
        return encoder;
    }

    private static NDArray ids(NDManager manager) {
        return manager.create(IDS, new Shape(1, 5));
    }

    private static NDArray mask(NDManager manager) {
        return manager.ones(new Shape(1, 5));
    }

    /** A linear layer whose weight lies [in, out]. */
    private static double[][] turn(Plain plain, double[][] x, String name) {
        double[] w = plain.values(name + ".weight");
        double[] b = plain.values(name + ".bias");
        double[][] y = new double[x.length][b.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < b.length; o++) {
                y[i][o] = b[o];
                for (int c = 0; c < x[i].length; c++) {
                    y[i][o] += w[c * b.length + o] * x[i][c];
                }
            }
        }
        return y;
    }

    private static double[][] part(double[][] x, int part) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = java.util.Arrays.copyOfRange(x[i], part * D, (part + 1) * D);
        }
        return y;
    }

    private static double[][] embed(Plain plain) {
        double[][] x = new double[IDS.length][D];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < D; c++) {
                x[i][c] = plain.row("wte.weight", (int) IDS[i], D)[c] + plain.row("wpe.weight", i, D)[c];
            }
        }
        return x;
    }

    private static double[][] layer(
            Plain plain, double[][] x, int l, double[][] keys, double[][] values, double[][] seen) {
        String p = "h." + l + ".";
        double[][] a = turn(plain, plain.norm(x, p + "ln_1", 1e-5), p + "attn.c_attn");
        double[][] k = Plain.stack(keys, part(a, 1));
        double[][] v = Plain.stack(values, part(a, 2));
        double[][] context = Plain.attend(part(a, 0), k, v, 2, (i, j) -> j < keys.length || j - keys.length <= i);
        double[][] y = Plain.sum(x, turn(plain, context, p + "attn.c_proj"));
        if (seen.length > 0) {
            double[][] q = turn(plain, plain.norm(y, p + "ln_cross_attn", 1e-5), p + "crossattention.q_attn");
            double[][] e = turn(plain, seen, p + "crossattention.c_attn");
            double[][] c = Plain.attend(q, part(e, 0), part(e, 1), 2, (i, j) -> true);
            y = Plain.sum(y, turn(plain, c, p + "crossattention.c_proj"));
        }
        double[][] f = turn(plain, plain.norm(y, p + "ln_2", 1e-5), p + "mlp.c_fc");
        return Plain.sum(y, turn(plain, Plain.each(f, Plain::geluTanh), p + "mlp.c_proj"));
    }

    private static Prefix prefix(NDManager manager, int seed, int length) {
        Shape shape = new Shape(1, length, D);
        return new Prefix(
                manager.create(Plain.random(new Random(seed), length * D, 1), shape),
                manager.create(Plain.random(new Random(seed + 10), length * D, 1), shape));
    }

    private static List<Prefix> prefixes(NDManager manager) {
        return List.of(prefix(manager, 3, 2), prefix(manager, 4, 3));
    }

    @Test
    void everyLayerEqualsTheEquationsWithAndWithoutAPrefix() {
        double[][] none = new double[0][];
        try (Gpt2Encoder encoder = encoder(TINY)) {
            Plain plain = new Plain(encoder.byName());
            NDList bare = encoder.states(ids(root), mask(root), false);
            List<Prefix> prefixes = prefixes(root);
            NDList prefixed = encoder.statesOf(encoder.embed(ids(root)), mask(root), prefixes, true);
            double[][] x = embed(plain);
            double[][] y = x;
            Plain.assertClose(bare.get(0), x, 1e-5);
            for (int l = 0; l < 2; l++) {
                x = layer(plain, x, l, none, none, none);
                double[][] keys = Plain.wide(prefixes.get(l).keys().toFloatArray(), D);
                double[][] values = Plain.wide(prefixes.get(l).values().toFloatArray(), D);
                y = layer(plain, y, l, keys, values, none);
                if (l == 0) {
                    Plain.assertClose(bare.get(1), x, 1e-5);
                    Plain.assertClose(prefixed.get(1), y, 1e-5);
                }
            }
            Plain.assertClose(bare.get(2), plain.norm(x, "ln_f", 1e-5), 1e-5);
            Plain.assertClose(prefixed.get(2), plain.norm(y, "ln_f", 1e-5), 1e-5);
        }
    }

    @Test
    void everyLayerLooksAtWhatAnotherEncoderSaw() {
        float[] seen = Plain.random(new Random(8), 3 * D, 1);
        double[][] none = new double[0][];
        try (Gpt2Encoder encoder = encoder(LOOKING)) {
            Plain plain = new Plain(encoder.byName());
            NDList states =
                    encoder.statesLookingAt(root.create(seen, new Shape(1, 3, D)), ids(root), mask(root), false);
            double[][] x = embed(plain);
            for (int l = 0; l < 2; l++) {
                x = layer(plain, x, l, none, none, Plain.wide(seen, D));
            }
            Plain.assertClose(states.get(2), plain.norm(x, "ln_f", 1e-5), 1e-5);
            assertThatThrownBy(() -> encoder.states(ids(root), mask(root), false))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatComesLaterAndPaddingChangeNothing() {
        try (Gpt2Encoder encoder = encoder(TINY)) {
            float[] five = encoder.states(ids(root), mask(root), false).get(2).toFloatArray();
            NDArray longer = root.create(new long[] {7, 3, 29, 0, 12, 1, 2}, new Shape(1, 7));
            float[] seven = encoder.states(
                            longer, root.create(new float[] {1, 1, 1, 1, 1, 1, 0}, new Shape(1, 7)), false)
                    .get(2)
                    .toFloatArray();
            for (int i = 0; i < five.length; i++) {
                assertThat(seven[i]).isCloseTo(five[i], within(1e-5f));
            }
        }
    }

    @Test
    void attentionMapsLookBackOnly() {
        try (Gpt2Encoder encoder = encoder(TINY)) {
            Plain plain = new Plain(encoder.byName());
            double[][] a = turn(plain, plain.norm(embed(plain), "h.0.ln_1", 1e-5), "h.0.attn.c_attn");
            double[][][] map = Plain.map(part(a, 0), part(a, 1), 2, (i, j) -> j <= i);
            Plain.assertClose(encoder.attention(ids(root), mask(root)).get(0), Plain.stack(map[0], map[1]), 1e-5);
        }
    }

    @Test
    void theNextWordIsReadOffTheWordsThemselves() {
        try (Gpt2Encoder encoder = encoder(TINY)) {
            NDArray state = root.create(Plain.random(new Random(2), D, 1), new Shape(1, D));
            Plain plain = new Plain(encoder.byName());
            double expected = 0;
            for (int c = 0; c < D; c++) {
                expected += state.toFloatArray()[c] * plain.row("wte.weight", 11, D)[c];
            }
            assertThat((double) encoder.next(state).toFloatArray()[11]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void gradientsReachEveryParameter() {
        try (Gpt2Encoder encoder = encoder(TINY)) {
            GradientCheck.check(
                    root,
                    weights.byName(),
                    scratch -> Plain.along(
                            scratch,
                            encoder.states(ids(scratch), mask(scratch), prefixes(scratch), true)
                                    .get(2)));
        }
        Weights other = new Weights(root);
        try (Gpt2Encoder encoder = new Gpt2Encoder(LOOKING, other)) {
            Plain.fill(other.byName(), 4);
            float[] seen = Plain.random(new Random(8), 3 * D, 1);
            GradientCheck.check(
                    root,
                    other.byName(),
                    scratch -> Plain.along(
                            scratch,
                            encoder.statesLookingAt(
                                            scratch.create(seen, new Shape(1, 3, D)), ids(scratch), mask(scratch), true)
                                    .get(2)));
        }
    }
}
