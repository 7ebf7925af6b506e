package org.newsreel.training.trainer;

import org.newsreel.extraction.encoder.Precision;

/**
 * How a pair network is trained.
 *
 * @param epochs passes over the examples
 * @param seed decides weights, order and dropout
 * @param rate peak learning rate of the encoder
 * @param headFactor how many times as fast the heads and the letter-case table learn
 * @param maxNorm gradients are clipped to this global norm
 * @param batchPieces most word pieces in a batch, padding included
 * @param smoothing share of the target that all labels divide
 * @param typing weight of the entity types' loss
 * @param masking share of the pieces of the text that a pass hides
 * @param agreement weight of the disagreement of two passes; 0 makes one pass
 * @param averageDecay decay of the moving average of the weights, a step
 * @param patience epochs without a better dev F1 after which training ends
 * @param precision of the encoder's matrix products
 */
public record PairPlan(
        int epochs,
        long seed,
        double rate,
        double headFactor,
        double maxNorm,
        int batchPieces,
        double smoothing,
        double typing,
        double masking,
        double agreement,
        double averageDecay,
        int patience,
        Precision precision) {
    /** Passes that the shipped pair network was trained for. */
    public static final int EPOCHS = 4;

    /** Its peak learning rate. */
    public static final double RATE = 1e-4;

    public PairPlan {
        if (epochs < 1 || rate <= 0 || headFactor <= 0 || maxNorm <= 0 || batchPieces < 1 || patience < 1) {
            throw new IllegalArgumentException("a training plan needs positive figures but has " + epochs
                    + " epochs, rate " + rate + ", head factor " + headFactor + ", norm " + maxNorm + ", batches of "
                    + batchPieces + " pieces, patience " + patience);
        }
        if (smoothing < 0
                || smoothing >= 1
                || masking < 0
                || masking >= 1
                || typing < 0
                || agreement < 0
                || averageDecay < 0
                || averageDecay >= 1) {
            throw new IllegalArgumentException("smoothing, masking and decay must lie in [0, 1) and weights be"
                    + " positive, but smoothing is " + smoothing + ", masking " + masking + ", typing " + typing
                    + ", agreement " + agreement
                    + ", decay of the average " + averageDecay);
        }
    }

    /** What the shipped pair network was trained with beside the settings that a command takes. */
    public static PairPlan mnre(int epochs, long seed, double rate, int patience, Precision precision) {
        return new PairPlan(epochs, seed, rate, 10, 1.0, 1024, 0.05, 0.3, 0.1, 0, 0.99, patience, precision);
    }
}
