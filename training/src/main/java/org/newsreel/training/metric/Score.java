package org.newsreel.training.metric;

/**
 * Precision, recall and their harmonic mean, in percent; 0 where there is nothing to divide by.
 *
 * @param precision share of what was found that is right
 * @param recall share of what is right that was found
 * @param f1 harmonic mean
 */
public record Score(double precision, double recall, double f1) {
    private static final double PERCENT = 100;

    /** From numerators and denominators. */
    static Score of(double found, double foundOf, double recalled, double recalledOf) {
        double precision = foundOf == 0 ? 0 : PERCENT * found / foundOf;
        double recall = recalledOf == 0 ? 0 : PERCENT * recalled / recalledOf;
        double sum = precision + recall;
        return new Score(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }
}
