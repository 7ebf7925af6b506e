package org.newsreel.extraction.m3d;

/**
 * The α of eq. 24, and the weights of the auto-encoders' own terms, which the paper does not state.
 *
 * @param entities of eq. 19
 * @param chains of eq. 20
 * @param relations of eq. 21
 * @param regionTypes of eq. 22
 * @param regionBoxes of eq. 23
 * @param reconstruction of what the auto-encoders lose; 0 leaves it out
 * @param divergence of their latent states from the standard normal distribution; 0 leaves it out
 * @param emptySlot of a region slot without a region, against 1 for one that has one, in eq. 22
 */
public record LossWeights(
        double entities,
        double chains,
        double relations,
        double regionTypes,
        double regionBoxes,
        double reconstruction,
        double divergence,
        double emptySlot) {
    /** All tasks alike; the auto-encoders' terms small beside them. */
    public static LossWeights even() {
        return new LossWeights(1, 1, 1, 1, 1, 0.1, 0.001, 0.2);
    }
}
