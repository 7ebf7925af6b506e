package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.newsreel.extraction.layer.Weights;

class VitEncoderTest {
    private static final int D = 8;
    private static final VitConfig TINY = VitConfig.small(6, 3, D, 2, 2);
    private static final VitConfig CLIP = new VitConfig(6, 3, D, 2, 2, 16, 1e-5, true);

    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);
    private final float[] picture = Plain.random(new Random(5), 3 * 6 * 6, 1);

    private final List<VitEncoder> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(VitEncoder::close);
        root.close();
    }

    private VitEncoder open(VitConfig config, Weights into) {
        open.add(new VitEncoder(config, into));
        return open.get(open.size() - 1);
    }

    private NDArray pixels() {
        return root.create(picture, new Shape(1, 3, 6, 6));
    }

    /** The four patches' products with the projection. */
    private double[][] patches(Plain plain, String name, boolean biased) {
        double[] w = plain.values(name + ".weight");
        double[][] x = new double[4][D];
        for (int p = 0; p < 4; p++) {
            for (int o = 0; o < D; o++) {
                x[p][o] = biased ? plain.values(name + ".bias")[o] : 0;
                for (int i = 0; i < 27; i++) {
                    int row = 3 * (p / 2) + i / 3 % 3;
                    int column = 3 * (p % 2) + i % 3;
                    x[p][o] += w[27 * o + i] * picture[36 * (i / 9) + 6 * row + column];
                }
            }
        }
        return x;
    }

    @Test
    void everyLayerEqualsTheEquations() {
        VitEncoder encoder = open(TINY, weights.in("image"));
        Plain.fill(encoder.byName(), 1);
        Plain plain = new Plain(encoder.byName());
        double[][] tokens = Plain.stack(
                new double[][] {plain.values("embeddings.cls_token")},
                patches(plain, "embeddings.patch_embeddings.projection", true));
        double[][] x = Plain.sum(
                tokens,
                Plain.wide(
                        encoder.byName()
                                .get("embeddings.position_embeddings")
                                .getArray()
                                .toFloatArray(),
                        D));
        NDList states = encoder.states(pixels(), false);
        List<NDArray> maps = encoder.attention(pixels());
        assertThat(states).hasSize(3);
        assertThat(maps).hasSize(2);
        for (int l = 0; l < 2; l++) {
            Plain.assertClose(states.get(l), x, 1e-5);
            String p = "encoder.layer." + l + ".";
            double[][] h = plain.norm(x, p + "layernorm_before", 1e-6);
            double[][] q = plain.linear(h, p + "attention.attention.query");
            double[][] k = plain.linear(h, p + "attention.attention.key");
            double[][] v = plain.linear(h, p + "attention.attention.value");
            List<double[]> rows = new ArrayList<>();
            for (double[][] head : Plain.map(q, k, 2, (i, j) -> true)) {
                rows.addAll(List.of(head));
            }
            Plain.assertClose(maps.get(l), rows.toArray(double[][]::new), 1e-5);
            x = Plain.sum(x, plain.linear(Plain.attend(q, k, v, 2, (i, j) -> true), p + "attention.output.dense"));
            double[][] f = plain.linear(plain.norm(x, p + "layernorm_after", 1e-6), p + "intermediate.dense");
            x = Plain.sum(x, plain.linear(Plain.each(f, Plain::gelu), p + "output.dense"));
        }
        Plain.assertClose(states.get(2), plain.norm(x, "layernorm", 1e-6), 1e-5);
        assertThat(weights.byName()).containsKey("image.embeddings.cls_token");
    }

    @Test
    void clipsTowerNormalisesFirstAndUsesTheQuickGelu() {
        VitEncoder encoder = open(CLIP, weights);
        Plain.fill(encoder.byName(), 2);
        Plain plain = new Plain(encoder.byName());
        String v = "vision_model.";
        double[][] x = Plain.sum(
                Plain.stack(
                        new double[][] {plain.values(v + "embeddings.class_embedding")},
                        patches(plain, v + "embeddings.patch_embedding", false)),
                Plain.wide(
                        encoder.byName()
                                .get(v + "embeddings.position_embedding.weight")
                                .getArray()
                                .toFloatArray(),
                        D));
        x = plain.norm(x, v + "pre_layrnorm", 1e-5);
        NDList states = encoder.states(pixels(), false);
        for (int l = 0; l < 2; l++) {
            Plain.assertClose(states.get(l), x, 1e-5);
            String p = v + "encoder.layers." + l + ".";
            double[][] h = plain.norm(x, p + "layer_norm1", 1e-5);
            double[][] context = Plain.attend(
                    plain.linear(h, p + "self_attn.q_proj"),
                    plain.linear(h, p + "self_attn.k_proj"),
                    plain.linear(h, p + "self_attn.v_proj"),
                    2,
                    (i, j) -> true);
            x = Plain.sum(x, plain.linear(context, p + "self_attn.out_proj"));
            double[][] f = plain.linear(plain.norm(x, p + "layer_norm2", 1e-5), p + "mlp.fc1");
            x = Plain.sum(
                    x, plain.linear(Plain.each(f, value -> value / (1 + Math.exp(-1.702 * value))), p + "mlp.fc2"));
        }
        Plain.assertClose(states.get(2), plain.norm(x, v + "post_layernorm", 1e-5), 1e-5);
    }

    @Test
    void gradientsReachEveryParameter() {
        for (VitConfig config : List.of(TINY, CLIP)) {
            Weights own = new Weights(root);
            VitEncoder encoder = open(config, own);
            Plain.fill(own.byName(), 3);
            GradientCheck.check(
                    root,
                    own.byName(),
                    scratch -> Plain.along(
                            scratch,
                            encoder.states(scratch.create(picture, new Shape(1, 3, 6, 6)), true)
                                    .get(2)));
        }
    }

    @Test
    void aBatchIsItsPicturesOneByOne() {
        VitEncoder encoder = open(TINY, weights);
        float[] both = Plain.random(new Random(9), 2 * picture.length, 1);
        System.arraycopy(picture, 0, both, picture.length, picture.length);
        float[] batch = encoder.states(root.create(both, new Shape(2, 3, 6, 6)), false)
                .get(2)
                .toFloatArray();
        float[] alone = encoder.states(pixels(), false).get(2).toFloatArray();
        for (int i = 0; i < alone.length; i++) {
            assertThat(batch[alone.length + i]).isCloseTo(alone[i], within(1e-5f));
        }
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() {
        VitEncoder encoder = open(TINY, weights);
        assertThatThrownBy(() -> encoder.states(root.zeros(new Shape(1, 3, 6, 9)), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[B, 3, 6, 6]");
    }
}
