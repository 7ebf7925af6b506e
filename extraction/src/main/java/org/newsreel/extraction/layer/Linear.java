package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;

/**
 * {@code x·Wᵀ + b}.
 *
 * @param weight {@code [out, in]}
 * @param bias {@code [out]}
 */
public record Linear(NDArray weight, NDArray bias) {
    /** {@code [..., in]} → {@code [..., out]}. */
    public NDArray apply(NDArray x) {
        return Functions.linear(x, weight, bias);
    }
}
