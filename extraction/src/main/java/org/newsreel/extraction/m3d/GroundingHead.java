package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** Types and boxes of the regions of a frame, from slots (eq. 18). */
record GroundingHead(Linear slots, Linear type, Linear box, int count) {
    /**
     * What is found in slots.
     *
     * @param types logits, none first, {@code [V, F, s, g + 1]}
     * @param boxes centre, width and height in [0, 1], {@code [V, F, s, 4]}
     */
    record Found(NDArray types, NDArray boxes) {}

    static GroundingHead of(Weights weights, M3dConfig config) {
        int d = config.text().hiddenSize();
        return new GroundingHead(
                weights.linear("slots", d, (long) config.maxRegions() * d),
                weights.linear("type", d, config.regionTypes() + 1L),
                weights.linear("box", d, 4),
                config.maxRegions());
    }

    /** Eq. 18: {@code [V, F, d]}. */
    Found found(NDArray frames, double dropout, boolean training) {
        long d = frames.getShape().get(2);
        NDArray x = Functions.gelu(slots.apply(Functions.dropout(frames, dropout, training)))
                .reshape(frames.getShape().get(0), frames.getShape().get(1), count, d);
        return new Found(type.apply(x), Functions.sigmoid(box.apply(x)));
    }
}
