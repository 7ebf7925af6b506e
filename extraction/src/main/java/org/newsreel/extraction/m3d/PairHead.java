package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/**
 * The bilinear layer of eq. 16 and 17: with {@code ⊗} over two states, one matrix for each class.
 *
 * @param weight {@code [c, d, d]}
 * @param bias {@code [c]}
 */
record PairHead(NDArray weight, NDArray bias, double dropout) {
    static PairHead of(Weights weights, String name, int d, int classes, double dropout) {
        return new PairHead(
                weights.add(name + ".weight", Weights.XAVIER, classes, d, d),
                weights.add(name + ".bias", Weights.ZEROS, classes),
                dropout);
    }

    /** {@code [N, d]} → {@code [P, c]}. */
    NDArray logits(NDArray states, Pairs pairs, boolean training) {
        NDArray kept = Functions.dropout(states, dropout, training);
        return Functions.bilinear(pairs.first(kept), pairs.second(kept), weight, bias);
    }
}
