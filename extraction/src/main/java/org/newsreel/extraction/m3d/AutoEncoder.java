package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.initializer.ConstantInitializer;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** A variational auto-encoder of single states (Kingma and Welling 2014), one for each level. */
record AutoEncoder(Linear inner, Linear mean, Linear logVariance, Linear outer, Linear decoded) {
    /** The logarithm of the noise's variance before training: little, so that attention sees something to learn from. */
    private static final float QUIET = -4;

    /**
     * What a state became.
     *
     * @param latent the mean, and in training noise added to it
     * @param mean {@code [..., d_vae]}
     * @param logVariance {@code [..., d_vae]}
     */
    record Code(NDArray latent, NDArray mean, NDArray logVariance) {}

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

    /** Encoder of eq. 8: {@code [..., d]} → {@code [..., d_vae]}. */
    Code encode(NDArray x, boolean training) {
        NDArray h = Functions.gelu(inner.apply(x));
        NDArray mu = mean.apply(h);
        NDArray spread = logVariance.apply(h);
        if (!training) {
            return new Code(mu, mu, spread);
        }
        NDArray noise = x.getManager().randomNormal(0, 1, mu.getShape(), DataType.FLOAT32);
        return new Code(mu.add(noise.mul(Functions.scale(spread, 0.5).exp())), mu, spread);
    }

    /** Decoder of eq. 10: {@code [..., d_vae]} → {@code [..., d]}. */
    NDArray decode(NDArray z) {
        return decoded.apply(Functions.gelu(outer.apply(z)));
    }

    /** Mean squared difference of {@code x} {@code [B, n, d]} and what its code gives, over what is there → {@code []}. */
    NDArray reconstruction(NDArray x, Code code, NDArray mask) {
        // What is to be encoded must not make itself easier to encode.
        NDArray difference = decode(code.latent()).sub(x.stopGradient());
        return over(difference.mul(difference), mask);
    }

    /** Kingma and Welling's eq. 10, a mean over dimensions and over what is there → {@code []}. */
    NDArray divergence(Code code, NDArray mask) {
        NDArray spread = code.logVariance();
        NDArray twice = spread.exp().add(code.mean().mul(code.mean())).sub(1f).sub(spread);
        return over(Functions.scale(twice, 0.5), mask);
    }

    private static NDArray over(NDArray values, NDArray mask) {
        return Functions.mean(values, 2).mul(mask).sum().div(mask.sum());
    }
}
