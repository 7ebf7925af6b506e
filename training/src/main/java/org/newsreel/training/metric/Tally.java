package org.newsreel.training.metric;

/** Numerators and denominators of precision and recall, summed over documents. */
public final class Tally {
    private double found;
    private double foundOf;
    private double recalled;
    private double recalledOf;

    /** Adds to the share of what was found that is right. */
    public void precision(double numerator, double denominator) {
        found += numerator;
        foundOf += denominator;
    }

    /** Adds to the share of what is right that was found. */
    public void recall(double numerator, double denominator) {
        recalled += numerator;
        recalledOf += denominator;
    }

    public Score score() {
        return Score.of(found, foundOf, recalled, recalledOf);
    }
}
