package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/**
 * What of the pictures reaches the layers of the text encoder (sections 3.3.2 and 3.4).
 *
 * @param gates of the variants that have them
 * @param projections {@code W_l^φ} of every layer, {@code [2d, d]}, keys first; absent for layers that see nothing
 */
record VisualPrompt(HmnetVariant variant, Optional<LayerGates> gates, List<Optional<NDArray>> projections) {
    /** {@code gates} and {@code prompt.l.weight}, layers from 1. */
    static VisualPrompt of(Weights weights, HmnetVariant variant, int layers, int scales, int d) {
        Optional<LayerGates> gates =
                variant.gated() ? Optional.of(LayerGates.of(weights, layers, scales, d)) : Optional.empty();
        Weights own = weights.in("prompt");
        List<Optional<NDArray>> projections = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            projections.add(
                    variant.reaches(l, layers)
                            ? Optional.of(own.add((l + 1) + ".weight", Weights.XAVIER, 2L * d, d))
                            : Optional.empty());
        }
        return new VisualPrompt(variant, gates, List.copyOf(projections));
    }

    /**
     * Eq. 5: the scales of every picture in one, for every layer.
     *
     * @param v {@code [K, c, hw, d]}
     * @return {@code [K, hw, d]} for each layer that sees anything
     */
    List<Optional<NDArray>> aggregate(NDArray v) {
        int layers = projections.size();
        long k = v.getShape().get(0);
        long c = v.getShape().get(1);
        long cells = v.getShape().get(2);
        long d = v.getShape().get(3);
        // [K, L, c] by [K, c, hw * d]
        Optional<NDArray> gated =
                gates.map(g -> g.apply(v).matMul(v.reshape(k, c, cells * d)).reshape(k, layers, cells, d));
        List<Optional<NDArray>> all = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            if (projections.get(l).isEmpty()) {
                all.add(Optional.empty());
            } else if (gated.isPresent()) {
                all.add(Optional.of(gated.get().get(":, {}", l)));
            } else {
                all.add(Optional.of(v.get(":, {}", variant == HmnetVariant.ONE_TO_THREE ? l * c / layers : c - 1)));
            }
        }
        return all;
    }

    /**
     * Eq. 8: keys and values of one layer.
     *
     * @param aggregated {@code [K, hw, d]}
     * @return {@code [K, hw, 2d]}, keys first
     */
    NDArray project(int layer, NDArray aggregated) {
        return Functions.linear(aggregated, projections.get(layer).orElseThrow());
    }
}
