package org.newsreel.training.metric;

/** Numerators and denominators of precision and recall, summed over documents. */
final class Tally {
    private double found;
    private double foundOf;
    private double recalled;
    private double recalledOf;

    void precision(double numerator, double denominator) {
        found += numerator;
        foundOf += denominator;
    }

    void recall(double numerator, double denominator) {
        recalled += numerator;
        recalledOf += denominator;
    }

    Score score() {
        return Score.of(found, foundOf, recalled, recalledOf);
    }
}
