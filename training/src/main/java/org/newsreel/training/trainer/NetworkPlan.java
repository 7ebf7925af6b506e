package org.newsreel.training.trainer;

/**
 * How a published network is trained.
 *
 * @param epochs passes over the examples
 * @param seed decides order and dropout
 * @param rate peak learning rate of what stands on the encoders
 * @param pretrainedFactor the encoders' rate, as a share of {@code rate}
 * @param maxNorm gradients are clipped to this global norm
 * @param batch examples in a batch
 * @param decay weight decay of matrices
 */
public record NetworkPlan(
        int epochs, long seed, double rate, double pretrainedFactor, double maxNorm, int batch, double decay) {
    public NetworkPlan {
        if (epochs < 1 || !(rate > 0) || !(pretrainedFactor >= 0) || !(maxNorm > 0) || batch < 1 || !(decay >= 0)) {
            throw new IllegalArgumentException("a training plan needs positive figures but has " + epochs
                    + " epochs, rate " + rate + ", " + pretrainedFactor + " of it for the encoders, norm " + maxNorm
                    + ", batches of " + batch + ", decay " + decay);
        }
    }

    /** For networks whose encoders start from random weights too, as on the made world. */
    public static NetworkPlan fromScratch(int epochs, long seed, double rate) {
        return new NetworkPlan(epochs, seed, rate, 1, 1, 16, 0.01);
    }
}
