package org.newsreel.training.chinese;

/**
 * How a linear model learns.
 *
 * @param epochs passes over the examples
 * @param rate of AdaGrad
 * @param dropout share of an example's features that is left out in each pass, so that no feature is relied on alone
 * @param least occurrences that a feature needs
 * @param most features that are kept
 */
record LearningPlan(int epochs, double rate, double dropout, int least, int most) {
    static final LearningPlan TAGS = new LearningPlan(10, 0.1, 0.6, 2, 120_000);
    static final LearningPlan LINKS = new LearningPlan(8, 0.1, 0.3, 1, 20_000);
    static final LearningPlan RELATIONS = new LearningPlan(8, 0.05, 0.4, 1, 30_000);

    /** Whether a pass counts in the mean of the weights. */
    boolean counts(int epoch) {
        return epoch >= epochs / 2;
    }
}
