package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.training.initializer.ConstantInitializer;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/**
 * A variational auto-encoder of single states (Kingma and Welling 2014), one for each level; {@link FusionScript} runs it in
 * training.
 */
record AutoEncoder(Linear inner, Linear mean, Linear logVariance, Linear outer, Linear decoded) {
    /** The logarithm of the noise's variance before training: little, so that attention sees something to learn from. */
    private static final float QUIET = -4;

    static AutoEncoder of(Weights weights, int d, int hidden, int latent) {
        return new AutoEncoder(
                weights.linear("encoder.inner", d, hidden),
                weights.linear("encoder.mean", hidden, latent),
                new Linear(
                        weights.add("encoder.variance.weight", Weights.NORMAL, latent, hidden),
                        weights.add("encoder.variance.bias", new ConstantInitializer(QUIET), latent)),
                weights.linear("decoder.inner", latent, hidden),
                weights.linear("decoder.outer", hidden, d));
    }

    /** Encoder of eq. 8 outside training, when no noise is added: {@code [..., d]} → {@code [..., d_vae]}. */
    NDArray encode(NDArray x) {
        return mean.apply(Functions.gelu(inner.apply(x)));
    }
}
