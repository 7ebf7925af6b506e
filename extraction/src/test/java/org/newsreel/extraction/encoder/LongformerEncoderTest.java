package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

class LongformerEncoderTest {
    private static final int D = 8;
    private static final int REACH = 3;
    private static final LongformerConfig TINY = LongformerConfig.small(40, 30, D, 2, 2, REACH);
    private static final LongformerConfig TWO_GLOBALS = new LongformerConfig(40, 30, D, 2, 2, 16, REACH, 2, 0, 1e-5);

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private static long[] text(int n) {
        return new Random(n).longs(n, 0, 40).toArray();
    }

    private static NDArray ids(NDManager manager, long[] text, int padding) {
        return manager.create(
                java.util.Arrays.copyOf(text, text.length + padding), new Shape(1, text.length + padding));
    }

    private static NDArray mask(NDManager manager, int n, int padding) {
        float[] mask = new float[n + padding];
        java.util.Arrays.fill(mask, 0, n, 1);
        return manager.create(mask, new Shape(1, n + padding));
    }

    /** Who sees whom through the projections that all share: the band and the global positions. */
    private static Plain.Sight sight(LongformerConfig config) {
        return (i, j) -> Math.abs(i - j) <= config.reach() || j < config.globals();
    }

    private static double[][] embed(Plain plain, long[] text) {
        double[][] x = new double[text.length][D];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < D; c++) {
                x[i][c] = plain.row("embeddings.word_embeddings.weight", (int) text[i], D)[c]
                        + plain.row("embeddings.position_embeddings.weight", i + 2, D)[c]
                        + plain.row("embeddings.token_type_embeddings.weight", 0, D)[c];
            }
        }
        return plain.norm(x, "embeddings.LayerNorm", 1e-5);
    }

    /** All maps of a layer by the dense definition: [h][n][n]. */
    private static double[][][] maps(LongformerConfig config, Plain plain, double[][] x, String p) {
        String s = p + "attention.self.";
        double[][][] map = Plain.map(plain.linear(x, s + "query"), plain.linear(x, s + "key"), 2, sight(config));
        double[][][] all =
                Plain.map(plain.linear(x, s + "query_global"), plain.linear(x, s + "key_global"), 2, (i, j) -> true);
        for (int h = 0; h < 2; h++) {
            System.arraycopy(all[h], 0, map[h], 0, config.globals());
        }
        return map;
    }

    private static double[][] layer(LongformerConfig config, Plain plain, double[][] x, String p) {
        String s = p + "attention.self.";
        double[][][] map = maps(config, plain, x, p);
        double[][] v = plain.linear(x, s + "value");
        double[][] all = plain.linear(x, s + "value_global");
        double[][] context = new double[x.length][D];
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < D; c++) {
                for (int j = 0; j < x.length; j++) {
                    context[i][c] += map[c / (D / 2)][i][j] * (i < config.globals() ? all : v)[j][c];
                }
            }
        }
        double[][] y = plain.norm(
                Plain.sum(x, plain.linear(context, p + "attention.output.dense")),
                p + "attention.output.LayerNorm",
                1e-5);
        double[][] f = Plain.each(plain.linear(y, p + "intermediate.dense"), Plain::gelu);
        return plain.norm(Plain.sum(y, plain.linear(f, p + "output.dense")), p + "output.LayerNorm", 1e-5);
    }

    /** Lengths that fill blocks, that don't, that are short, and shorter than the reach. */
    @Test
    void everyLayerEqualsTheDenseDefinitionAtEveryLength() {
        for (LongformerConfig config : new LongformerConfig[] {TINY, TWO_GLOBALS}) {
            try (LongformerEncoder encoder = new LongformerEncoder(config, weights.in("g" + config.globals()))) {
                Plain.fill(encoder.byName(), 1);
                Plain plain = new Plain(encoder.byName());
                for (int n : new int[] {2, 3, 4, 5, 6, 12, 17}) {
                    for (int padding : new int[] {0, 5}) {
                        double[][] x = embed(plain, text(n));
                        NDList states =
                                encoder.states(ids(root, text(n), padding), mask(root, n, padding), padding > 0);
                        for (int l = 0; l < 3; l++) {
                            Plain.assertClose(states.get(l).get(":, :" + n), x, 2e-5);
                            x = l < 2 ? layer(config, plain, x, "encoder.layer." + l + ".") : x;
                        }
                    }
                }
            }
        }
    }

    @Test
    void attentionMapsAreThoseOfTheDenseDefinition() {
        for (LongformerConfig config : new LongformerConfig[] {TINY, TWO_GLOBALS}) {
            try (LongformerEncoder encoder = new LongformerEncoder(config, weights.in("g" + config.globals()))) {
                Plain.fill(encoder.byName(), 1);
                Plain plain = new Plain(encoder.byName());
                double[][] x = embed(plain, text(9));
                List<NDArray> maps = encoder.attention(ids(root, text(9), 0), mask(root, 9, 0));
                for (int l = 0; l < 2; l++) {
                    String p = "encoder.layer." + l + ".";
                    double[][][] expected = maps(config, plain, x, p);
                    Plain.assertClose(maps.get(l), Plain.stack(expected[0], expected[1]), 1e-5);
                    x = layer(config, plain, x, p);
                }
            }
        }
    }

    @Test
    void gradientsReachEveryParameter() {
        try (LongformerEncoder encoder = new LongformerEncoder(TINY, weights)) {
            Plain.fill(encoder.byName(), 2);
            GradientCheck.check(
                    root,
                    weights.byName(),
                    scratch -> Plain.along(
                            scratch,
                            encoder.states(ids(scratch, text(8), 0), mask(scratch, 8, 0), true)
                                    .get(2)));
        }
    }

    /** Dense scores of one layer would take 4 heads × 8192² × 4 bytes = 1 GiB; the blocks' take 7 MiB. */
    @Test
    void memoryGrowsWithTheLengthAndNotWithItsSquare() throws IOException {
        LongformerConfig config = LongformerConfig.small(40, 8192, 16, 1, 4, 16);
        try (LongformerEncoder encoder = new LongformerEncoder(config, weights)) {
            long half = peak(encoder, 4096);
            long whole = peak(encoder, 8192);
            assertThat(half).isLessThan(128L << 20);
            assertThat(whole).isLessThan(128L << 20);
        }
    }

    /** How far the process's memory rises above what it held before, in bytes. */
    private long peak(LongformerEncoder encoder, int n) throws IOException {
        Path status = Path.of("/proc/self/status");
        Path reset = Path.of("/proc/self/clear_refs");
        Assumptions.assumeTrue(Files.isReadable(status) && Files.isWritable(reset));
        try (NDManager scratch = root.newSubManager()) {
            NDArray ids = ids(scratch, text(n), 0);
            NDArray mask = mask(scratch, n, 0);
            Files.writeString(reset, "5");
            long before = kilobytes(status, "VmRSS:");
            TorchOps.inferOnThisThread();
            encoder.states(ids, mask, false).get(1).toFloatArray();
            return (kilobytes(status, "VmHWM:") - before) << 10;
        } finally {
            ai.djl.pytorch.jni.JniUtils.setGradMode(true);
        }
    }

    private static long kilobytes(Path status, String field) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithItsLength() {
        try (LongformerEncoder encoder = new LongformerEncoder(TINY, weights)) {
            assertThatThrownBy(() -> encoder.states(ids(root, text(31), 0), mask(root, 31, 0), false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("31")
                    .hasMessageContaining("30");
        }
    }
}
