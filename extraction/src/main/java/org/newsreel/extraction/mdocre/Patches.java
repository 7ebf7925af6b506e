package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** {@code P_m = LN(CNN(P_m) + pos)}: the patches of single frames. */
record Patches(Linear convolution, NDArray positions, LayerNorm norm, int size) {
    private static final double EPS = 1e-5;

    static Patches of(Weights weights, MdocreConfig config) {
        int d = config.hiddenSize();
        int p = config.patchSize();
        return new Patches(
                new Linear(
                        weights.add("convolution.weight", Weights.XAVIER, d, 3, p, p),
                        weights.add("convolution.bias", Weights.ZEROS, d)),
                weights.add("position", Weights.NORMAL, config.patches(), d),
                weights.norm("norm", d, EPS),
                p);
    }

    /** {@code [F, 3, H, W]} → {@code [F, k, d]}. */
    NDArray embedded(NDArray pixels) {
        NDArray cells = Functions.conv2d(pixels, convolution.weight(), convolution.bias(), size, 0);
        long d = cells.getShape().get(1);
        // [F, d, h, w] -> [F, d, k] -> [F, k, d]
        NDArray rows = cells.reshape(cells.getShape().get(0), d, -1).transpose(0, 2, 1);
        return norm.apply(Functions.plus(rows, positions));
    }
}
