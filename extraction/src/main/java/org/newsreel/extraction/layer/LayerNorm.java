package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;

/**
 * Layer normalisation over the last axis (Ba et al. 2016).
 *
 * @param weight {@code [d]}
 * @param bias {@code [d]}
 * @param eps added to the variance
 */
public record LayerNorm(NDArray weight, NDArray bias, double eps) {
    /** {@code [..., d]} → {@code [..., d]}. */
    public NDArray apply(NDArray x) {
        return Functions.layerNorm(x, weight, bias, eps);
    }
}
