package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/**
 * One modality of some examples.
 *
 * @param states of the last layer, {@code [B, n, d]}: words, or the patches of all frames
 * @param levels low, middle and high, or the last layer alone; each {@code [B, n, d]}
 * @param mask {@code [B, n]}, 1 for what is there and 0 for padding
 */
record Side(NDArray states, List<NDArray> levels, NDArray mask) {
    long batch() {
        return mask.getShape().get(0);
    }

    Side slice(long from, long to) {
        if (from == 0 && to == batch()) {
            return this;
        }
        String range = from + ":" + to;
        return new Side(
                states.get(range), levels.stream().map(l -> l.get(range)).toList(), mask.get(range));
    }

    /** {@code [B, 1, 1, n]}, added to scores of attention to this side. */
    NDArray bias() {
        return Functions.scale(mask.sub(1f), -Functions.MASKED).expandDims(1).expandDims(1);
    }
}
