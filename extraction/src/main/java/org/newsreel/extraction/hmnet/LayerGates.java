package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/**
 * The dynamic gates of all layers of the text encoder (section 3.3.1).
 *
 * @param projection {@code W_l} of all layers, the {@code c} rows of the lowest first
 * @param scales {@code c}
 */
record LayerGates(Linear projection, int scales) {
    /** {@code gates}. */
    static LayerGates of(Weights weights, int layers, int scales, int d) {
        return new LayerGates(weights.linear("gates", d, (long) layers * scales), scales);
    }

    /**
     * Eq. 3 and 4: how much of each scale reaches each layer.
     *
     * @param v {@code [K, c, hw, d]}
     * @return {@code [K, L, c]}, each row sums to 1
     */
    NDArray apply(NDArray v) {
        // The mean over scales of the means over cells.
        NDArray mean = Functions.mean(Functions.mean(v, 2), 1);
        NDArray logits = Functions.leakyRelu(projection.apply(mean));
        return Functions.softmax(logits.reshape(v.getShape().get(0), -1, scales), 2);
    }
}
