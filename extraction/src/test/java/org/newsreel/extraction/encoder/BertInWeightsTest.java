package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;

class BertInWeightsTest {
    private static final int D = 8;
    private static final BertConfig TINY = new BertConfig(50, 12, D, 2, 2, 16, 0, 1e-12, 0);
    private static final long[] IDS = {7, 3, 49, 0, 12};

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    private final List<BertEncoder> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(BertEncoder::close);
        root.close();
    }

    private BertEncoder encoder(BertLayout layout) {
        return encoder(layout, "text");
    }

    private BertEncoder encoder(BertLayout layout, String name) {
        BertEncoder encoder = new BertEncoder(TINY, layout, weights.in(name));
        open.add(encoder);
        Plain.fill(encoder.byName(), 1);
        return encoder;
    }

    private static NDArray ids(NDManager manager, int padding) {
        return manager.create(java.util.Arrays.copyOf(IDS, 5 + padding), new Shape(1, 5 + padding));
    }

    private static NDArray mask(NDManager manager, int padding) {
        return manager.ones(new Shape(1, 5))
                .concat(manager.zeros(new Shape(1, padding + 1)), 1)
                .get(":, :" + (5 + padding));
    }

    private double[][] embed(Plain plain, int firstPosition) {
        double[][] x = new double[5][D];
        for (int i = 0; i < 5; i++) {
            for (int c = 0; c < D; c++) {
                x[i][c] = plain.row("embeddings.word_embeddings.weight", (int) IDS[i], D)[c]
                        + plain.row("embeddings.position_embeddings.weight", i + firstPosition, D)[c]
                        + plain.row("embeddings.token_type_embeddings.weight", 0, D)[c];
            }
        }
        return plain.norm(x, "embeddings.LayerNorm", 1e-12);
    }

    private static double[][] layer(Plain plain, double[][] x, String p, double[][] keys, double[][] values) {
        double[][] q = plain.linear(x, p + "attention.self.query");
        double[][] k = Plain.stack(keys, plain.linear(x, p + "attention.self.key"));
        double[][] v = Plain.stack(values, plain.linear(x, p + "attention.self.value"));
        double[][] o = plain.linear(Plain.attend(q, k, v, 2, (i, j) -> true), p + "attention.output.dense");
        double[][] y = plain.norm(Plain.sum(x, o), p + "attention.output.LayerNorm", 1e-12);
        double[][] f = Plain.each(plain.linear(y, p + "intermediate.dense"), Plain::gelu);
        return plain.norm(Plain.sum(y, plain.linear(f, p + "output.dense")), p + "output.LayerNorm", 1e-12);
    }

    @Test
    void bothLayoutsEqualTheEquationsWhateverThePadding() {
        for (BertLayout layout : BertLayout.values()) {
            BertEncoder encoder = encoder(layout, layout.name());
            Plain plain = new Plain(encoder.byName());
            double[][] x = embed(plain, layout == BertLayout.BERT ? 0 : 2);
            NDList states = encoder.states(ids(root, 3), mask(root, 3), false);
            for (int l = 0; l < 3; l++) {
                Plain.assertClose(states.get(l).get(":, :5"), x, 1e-5);
                x = l < 2 ? layer(plain, x, "encoder.layer." + l + ".", new double[0][], new double[0][]) : x;
            }
        }
        assertThat(weights.byName()
                        .get("BERT.embeddings.position_embeddings.weight")
                        .getArray()
                        .getShape())
                .isEqualTo(new Shape(12, D));
        assertThat(weights.byName()
                        .get("ROBERTA.embeddings.position_embeddings.weight")
                        .getArray()
                        .getShape())
                .isEqualTo(new Shape(14, D));
        assertThat(weights.byName()
                        .get("ROBERTA.embeddings.token_type_embeddings.weight")
                        .getArray()
                        .getShape())
                .isEqualTo(new Shape(1, D));
    }

    private static List<Prefix> prefixes(NDManager manager) {
        return List.of(prefix(manager, 3, 2), prefix(manager, 4, 1));
    }

    private static Prefix prefix(NDManager manager, int seed, int length) {
        Shape shape = new Shape(1, length, D);
        return new Prefix(
                manager.create(Plain.random(new Random(seed), length * D, 1), shape),
                manager.create(Plain.random(new Random(seed + 10), length * D, 1), shape));
    }

    @Test
    void everyPositionAttendsToThePrefixAsWell() {
        BertEncoder encoder = encoder(BertLayout.BERT);
        Plain plain = new Plain(encoder.byName());
        double[][] x = embed(plain, 0);
        List<Prefix> prefixes = prefixes(root);
        NDList states = encoder.states(ids(root, 2), mask(root, 2), prefixes, false);
        for (int l = 0; l < 2; l++) {
            Prefix prefix = prefixes.get(l);
            double[][] keys = Plain.wide(prefix.keys().toFloatArray(), D);
            double[][] values = Plain.wide(prefix.values().toFloatArray(), D);
            x = layer(plain, x, "encoder.layer." + l + ".", keys, values);
            Plain.assertClose(states.get(l + 1).get(":, :5"), x, 1e-5);
        }
        // Training without dropout takes the other method and computes the same.
        Plain.assertClose(
                encoder.states(ids(root, 0), mask(root, 0), prefixes, true).get(2), x, 1e-5);
    }

    @Test
    void attentionMapsAreThoseThatTheLayersUse() {
        BertEncoder encoder = encoder(BertLayout.ROBERTA);
        Plain plain = new Plain(encoder.byName());
        double[][] x = embed(plain, 2);
        List<NDArray> maps = encoder.attention(ids(root, 0), mask(root, 0));
        for (int l = 0; l < 2; l++) {
            String p = "encoder.layer." + l + ".";
            double[][][] map = Plain.map(
                    plain.linear(x, p + "attention.self.query"),
                    plain.linear(x, p + "attention.self.key"),
                    2,
                    (i, j) -> true);
            Plain.assertClose(maps.get(l), Plain.stack(map[0], map[1]), 1e-5);
            x = layer(plain, x, p, new double[0][], new double[0][]);
        }
        NDArray padded = encoder.attention(ids(root, 3), mask(root, 3)).get(0);
        assertThat(padded.get(":, :, :, 5:").sum().getFloat()).isZero();
    }

    @Test
    void gradientsReachEveryParameterAndThePrefix() {
        BertEncoder encoder = encoder(BertLayout.BERT);
        GradientCheck.check(
                root,
                weights.byName(),
                scratch -> Plain.along(
                        scratch,
                        encoder.states(ids(scratch, 0), mask(scratch, 0), prefixes(scratch), true)
                                .get(2)));
    }

    @Test
    void tooFewPrefixesAreRefused() {
        BertEncoder encoder = encoder(BertLayout.BERT);
        assertThatThrownBy(() -> encoder.states(ids(root, 0), mask(root, 0), List.of(prefix(root, 3, 2)), false))
                .hasMessageContaining("1 prefixes for an encoder of 2 layers");
    }
}
