package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** {@code F_m = LN(Concat(G_m))}, projected to {@code d}, and {@code F = LN([F_1, …] + pos')}. */
record Frames(Linear projection, LayerNorm norm, NDArray positions, LayerNorm last) {
    private static final double EPS = 1e-5;

    static Frames of(Weights weights, MdocreConfig config) {
        int d = config.hiddenSize();
        return new Frames(
                weights.linear("projection", (long) config.patches() * d, d),
                weights.norm("norm", d, EPS),
                weights.add("position", Weights.NORMAL, config.maxFrames(), d),
                weights.norm("last", d, EPS));
    }

    /** Single frames: {@code [F, k, d]} → {@code [F, d]}. */
    NDArray embedded(NDArray patches) {
        return norm.apply(projection.apply(patches.reshape(patches.getShape().get(0), -1)));
    }

    /** Frames of documents: {@code [B, g, d]} → {@code [B, g, d]}. */
    NDArray inOrder(NDArray frames) {
        long count = frames.getShape().get(1);
        if (count > positions.getShape().get(0)) {
            throw new IllegalArgumentException("a video of " + count + " frames has more than the network's "
                    + positions.getShape().get(0));
        }
        NDArray numbers = frames.getManager().arange(0, (int) count, 1, DataType.INT64);
        return last.apply(frames.add(Functions.embedding(numbers, positions)));
    }
}
