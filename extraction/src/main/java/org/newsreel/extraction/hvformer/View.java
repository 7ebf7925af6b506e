package org.newsreel.extraction.hvformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.network.PostBatch.Pictures;

/**
 * What a batch's posts show, at the levels that experts read. Every picture and object has {@code n_V} positions, its
 * class token first; those of a post stand one after another, {@code S = s·n_V}.
 *
 * @param levels {@code V^l}, each {@code [B, S, d]}
 * @param there {@code [B, s]}, 1 for a picture and 0 for none
 * @param visible {@code [B, 1, 1]}, 1 for a post with anything to see
 * @param positions {@code n_V}
 */
record View(List<NDArray> levels, NDArray there, NDArray visible, int positions) {
    /** Of the image encoder's states, {@code L + 1} arrays {@code [K, n_V, d]} (eq. 3). */
    static View of(NDList states, List<Integer> levels, Pictures pictures) {
        long batch = pictures.there().getShape().get(0);
        long positions = states.head().getShape().get(1);
        long d = states.head().getShape().get(2);
        List<NDArray> own = new ArrayList<>();
        for (int level : levels) {
            own.add(pictures.spread(states.get(level)).reshape(batch, pictures.slots() * positions, d));
        }
        return new View(List.copyOf(own), pictures.there(), pictures.anything(), (int) positions);
    }

    /** Bars attention to pictures that are not there: {@code [B, 1, 1, S]}. */
    NDArray bias() {
        long batch = there.getShape().get(0);
        return Functions.scale(there.sub(1f), -Functions.MASKED)
                .expandDims(2)
                .repeat(2, positions)
                .reshape(batch, 1, 1, -1);
    }

    /** The mean of the class tokens of what is there: {@code [B, 1, d]}. */
    NDArray classes(int level) {
        NDArray v = levels.get(level);
        long batch = v.getShape().get(0);
        long d = v.getShape().get(2);
        // [B, S, d] -> [B, s, d]
        NDArray tokens = v.reshape(batch, -1, positions, d).get(":, :, 0");
        NDArray shares = there.div(there.sum(new int[] {1}, true).maximum(1f));
        return shares.expandDims(1).matMul(tokens);
    }
}
