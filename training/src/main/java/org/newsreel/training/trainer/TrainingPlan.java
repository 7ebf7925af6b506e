package org.newsreel.training.trainer;

import org.newsreel.extraction.encoder.Precision;

/**
 * How a network is trained.
 *
 * @param epochs passes over the documents
 * @param seed decides weights, order and dropout
 * @param rate peak learning rate of the encoder; heads learn {@code headFactor} times as fast
 * @param headFactor see {@code rate}
 * @param maxNorm gradients are clipped to this global norm
 * @param batchPieces most word pieces in a batch
 * @param supplement documents of the second corpus that an epoch draws; all when there are fewer
 * @param precision of the encoder's matrix products
 */
public record TrainingPlan(
        int epochs,
        long seed,
        double rate,
        double headFactor,
        double maxNorm,
        int batchPieces,
        int supplement,
        Precision precision) {
    public TrainingPlan {
        if (epochs < 1 || rate <= 0 || headFactor <= 0 || maxNorm <= 0 || batchPieces < 1 || supplement < 0) {
            throw new IllegalArgumentException("a training plan needs positive figures but has " + epochs
                    + " epochs, rate " + rate + ", head factor " + headFactor + ", norm " + maxNorm + ", batches of "
                    + batchPieces + " pieces");
        }
    }

    /** The plan that the shipped text network was trained with. */
    public static TrainingPlan text(int epochs, long seed, Precision precision) {
        return new TrainingPlan(epochs, seed, 1e-4, 10, 1.0, 1024, 100, precision);
    }
}
