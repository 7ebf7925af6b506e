package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** A Transformer layer whose keys and values need not be its queries (Vaswani et al. 2017), normalised after each part. */
record FusionLayer(
        Linear query,
        Linear key,
        Linear value,
        Linear output,
        LayerNorm first,
        Linear inner,
        Linear outer,
        LayerNorm second,
        int heads,
        double dropout) {
    private static final double EPS = 1e-5;

    static FusionLayer of(Weights weights, MdocreConfig config) {
        int d = config.hiddenSize();
        return new FusionLayer(
                weights.linear("query", d, d),
                weights.linear("key", d, d),
                weights.linear("value", d, d),
                weights.linear("output", d, d),
                weights.norm("first", d, EPS),
                weights.linear("inner", d, 4L * d),
                weights.linear("outer", 4L * d, d),
                weights.norm("second", d, EPS),
                config.heads(),
                config.dropout());
    }

    /**
     * The layer.
     *
     * @param x queries, {@code [B, q, d]}
     * @param keys projected, {@code [B, s, d]}
     * @param values projected, {@code [B, s, d]}
     * @param bias {@code [B, 1, 1, s]}
     */
    NDArray apply(NDArray x, NDArray keys, NDArray values, NDArray bias, boolean training) {
        NDArray mixed = output.apply(Functions.attend(query.apply(x), keys, values, bias, heads));
        NDArray h = first.apply(x.add(Functions.dropout(mixed, dropout, training)));
        NDArray deeper = outer.apply(Functions.gelu(inner.apply(h)));
        return second.apply(h.add(Functions.dropout(deeper, dropout, training)));
    }

    /** Attends to {@code y} alone. */
    NDArray apply(NDArray x, NDArray y, NDArray bias, boolean training) {
        return apply(x, key.apply(y), value.apply(y), bias, training);
    }
}
