package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.MultiHeadAttention;
import org.newsreel.extraction.layer.Weights;

/** One level λ of DFFM (eq. 8 to 10). */
record FusionLevel(
        Optional<AutoEncoder> coder,
        NDArray key,
        NDArray value,
        MultiHeadAttention attention,
        Linear inner,
        Linear outer,
        double dropout) {
    /**
     * What a level made.
     *
     * @param states eq. 10, {@code [B, n, d]}
     * @param loss of the auto-encoder, weighted, {@code []}
     */
    record Step(NDArray states, Optional<NDArray> loss) {}

    /**
     * How a level looked at the other modality.
     *
     * @param map {@code [B, h, n, s]}
     * @param own the query, {@code [B, n, d_vae]}
     * @param added what attention added to it, {@code [B, n, d_vae]}
     */
    record Look(NDArray map, NDArray own, NDArray added) {}

    static FusionLevel of(Weights weights, M3dConfig config) {
        int d = config.text().hiddenSize();
        int width = config.parts().autoencoder() ? config.latent() : d;
        return new FusionLevel(
                config.parts().autoencoder()
                        ? Optional.of(AutoEncoder.of(weights, d, config.hidden(), width))
                        : Optional.empty(),
                weights.add("key.weight", Weights.XAVIER, d, d),
                weights.add("value.weight", Weights.XAVIER, d, d),
                MultiHeadAttention.of(weights, "attention", width, config.heads()),
                weights.linear("inner", width, 4L * width),
                weights.linear("outer", 4L * width, width),
                config.dropout());
    }

    /**
     * Eq. 8 to 10.
     *
     * @param own the queries' side
     * @param level of the other side, {@code [B, s, d]}
     * @param other its mask {@code [B, s]}
     * @param bias its bias {@code [B, 1, 1, s]}
     */
    Step fuse(Side own, NDArray level, NDArray other, NDArray bias, LossWeights losses, boolean training) {
        if (coder.isEmpty()) {
            NDArray k = Functions.linear(level, key);
            NDArray v = Functions.linear(level, value);
            return new Step(deepened(own.states(), k, v, bias, training), Optional.empty());
        }
        NDArray mask = own.mask().concat(other, 1).concat(other, 1);
        NDArray made = FusionScript.fuse(this, own.states(), level, bias, mask, losses, training);
        if (!training) {
            return new Step(made, Optional.empty());
        }
        long size = made.size() - 1;
        return new Step(made.get(":" + size).reshape(own.states().getShape()), Optional.of(made.get(size)));
    }

    /** Eq. 9 and 10 without an auto-encoder. */
    private NDArray deepened(NDArray q, NDArray k, NDArray v, NDArray bias, boolean training) {
        NDArray h = q.add(Functions.dropout(attended(q, k, v, bias), dropout, training));
        NDArray deeper = outer.apply(Functions.gelu(inner.apply(h)));
        return h.add(Functions.dropout(deeper, dropout, training));
    }

    private NDArray attended(NDArray q, NDArray k, NDArray v, NDArray bias) {
        NDArray mixed = Functions.attend(
                attention.query().apply(q),
                attention.key().apply(k),
                attention.value().apply(v),
                bias,
                attention.heads());
        return attention.output().apply(mixed);
    }

    /** What eq. 9 attends to in inference. */
    Look look(NDArray own, NDArray level, NDArray bias) {
        NDArray k = latent(Functions.linear(level, key));
        NDArray v = latent(Functions.linear(level, value));
        NDArray q = latent(own);
        return new Look(attention.map(q, k, bias), q, attended(q, k, v, bias));
    }

    private NDArray latent(NDArray x) {
        return coder.map(c -> c.encode(x)).orElse(x);
    }
}
