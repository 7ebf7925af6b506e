package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;

/** Multi-head attention with its four projections (Vaswani et al. 2017, section 3.2.2). */
public record MultiHeadAttention(Linear query, Linear key, Linear value, Linear output, int heads) {
    /** {@code name.query}, {@code name.key}, {@code name.value} and {@code name.output} over {@code d} values. */
    public static MultiHeadAttention of(Weights weights, String name, long d, int heads) {
        if (heads < 1 || d % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + d);
        }
        Weights own = weights.in(name);
        return new MultiHeadAttention(
                own.linear("query", d, d),
                own.linear("key", d, d),
                own.linear("value", d, d),
                own.linear("output", d, d),
                heads);
    }

    /**
     * Attends from one sequence to another.
     *
     * @param x {@code [B, n, d]}
     * @param y {@code [B, s, d]}, keys and values
     * @param bias broadcast to {@code [B, h, n, s]}: 0, or {@link Functions#MASKED} where attention is barred
     * @return {@code [B, n, d]}
     */
    public NDArray apply(NDArray x, NDArray y, NDArray bias) {
        return output.apply(Functions.attend(query.apply(x), key.apply(y), value.apply(y), bias, heads));
    }

    /** The weights: {@code [B, h, n, s]}, each row sums to 1. */
    public NDArray map(NDArray x, NDArray y, NDArray bias) {
        return Functions.attentionMap(query.apply(x), key.apply(y), bias, heads);
    }
}
