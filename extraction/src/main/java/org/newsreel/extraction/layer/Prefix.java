package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Keys and values that a layer's self-attention sees before those of its own positions (Li and Liang 2021).
 *
 * @param keys {@code [B, p, d]}
 * @param values {@code [B, p, d]}
 * @param there {@code [B, p]}, 1 for a position and 0 for one that must not be attended to, such as those of a picture
 *     that an example lacks; or {@code [B, q, p]} when they are there for some queries only; all are there when it is
 *     absent
 */
public record Prefix(NDArray keys, NDArray values, Optional<NDArray> there) {
    /** A prefix all of whose positions are there. */
    public Prefix(NDArray keys, NDArray values) {
        this(keys, values, Optional.empty());
    }

    /**
     * What to add to the scores of attention to the prefix and to the layer's own positions after it.
     *
     * @param bias for the layer's own positions, {@code [B, 1, q, n]}
     * @return {@code [B, 1, q, p + n]}
     */
    public NDArray widen(NDArray bias) {
        long batch = keys.getShape().get(0);
        long length = keys.getShape().get(1);
        long queries = bias.getShape().get(2);
        NDArray own = there.map(t -> t.sub(1f).mul(-Functions.MASKED))
                .orElseGet(() -> bias.getManager().zeros(new Shape(batch, length)));
        if (own.getShape().dimension() == 3) {
            return own.expandDims(1).concat(bias, 3);
        }
        NDArray alike = own.reshape(batch, 1, 1, length);
        return (queries == 1 ? alike : alike.repeat(2, queries)).concat(bias, 3);
    }
}
