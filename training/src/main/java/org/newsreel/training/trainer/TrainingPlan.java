package org.newsreel.training.trainer;

import java.util.Map;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.training.corpus.Annotation;

/**
 * How a network is trained.
 *
 * @param epochs passes over the documents
 * @param seed decides weights, order and dropout
 * @param rate peak learning rate of the encoder's last layer; heads learn {@code headFactor} times as fast
 * @param layerDecay each layer of the encoder learns so much slower than the one above it, in (0, 1]
 * @param headFactor see {@code rate}
 * @param maxNorm gradients are clipped to this global norm
 * @param batchPieces most word pieces in a batch
 * @param draws how many documents of a corpus an epoch draws, where it is not all
 * @param precision of the encoder's matrix products
 */
public record TrainingPlan(
        int epochs,
        long seed,
        double rate,
        double layerDecay,
        double headFactor,
        double maxNorm,
        int batchPieces,
        Map<Annotation, Integer> draws,
        Precision precision) {
    public TrainingPlan {
        if (epochs < 1 || rate <= 0 || headFactor <= 0 || maxNorm <= 0 || batchPieces < 1) {
            throw new IllegalArgumentException("a training plan needs positive figures but has " + epochs
                    + " epochs, rate " + rate + ", head factor " + headFactor + ", norm " + maxNorm + ", batches of "
                    + batchPieces + " pieces");
        }
        if (!(layerDecay > 0 && layerDecay <= 1)) {
            throw new IllegalArgumentException("the decay over layers must lie in (0, 1] but is " + layerDecay);
        }
        draws = Map.copyOf(draws);
    }

    /** The settings of the shipped text network but for epochs, rate and draws. */
    public static TrainingPlan text(
            int epochs, long seed, double rate, Map<Annotation, Integer> draws, Precision precision) {
        return new TrainingPlan(epochs, seed, rate, 0.9, 10, 1.0, 1024, draws, precision);
    }
}
