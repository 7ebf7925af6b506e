package org.newsreel.extraction.m3d;

/**
 * Which modality training takes away from which example, a function of seed, epoch and example alone. The paper divides
 * its documents into thirds: both, text missing, pictures missing (section VI-C).
 *
 * @param seed of the choice
 * @param text share of examples that lose their words
 * @param pictures share of examples that lose their frames
 */
public record Missing(long seed, double text, double pictures) {
    public Missing {
        if (!(text >= 0 && pictures >= 0 && text + pictures <= 1)) {
            throw new IllegalArgumentException("shares of " + text + " and " + pictures + " are more than all");
        }
    }

    /** The paper's thirds. */
    public static Missing thirds(long seed) {
        return new Missing(seed, 1 / 3.0, 1 / 3.0);
    }

    /** Nothing is taken away. */
    public static Missing none() {
        return new Missing(0, 0, 0);
    }

    /** An example as training sees it in an epoch; one that lacks a modality already is left as it is. */
    public M3dExample seen(M3dExample example, long epoch) {
        if (!example.hasText() || !example.hasPictures()) {
            return example;
        }
        double at = uniform(mix(mix(mix(seed) + epoch) + example.id()));
        if (at < text) {
            return example.withoutText();
        }
        return at < text + pictures ? example.withoutPictures() : example;
    }

    private static double uniform(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** SplitMix64 (Steele et al. 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
