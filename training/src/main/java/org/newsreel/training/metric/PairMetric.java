package org.newsreel.training.metric;

/**
 * One label for each pair, as MNRE is measured: precision, recall and F1 over all relations but None (micro), accuracy
 * over all labels.
 */
public final class PairMetric {
    private static final double PERCENT = 100;

    private final int none;
    private int pairs;
    private int right;
    private int rightRelations;
    private int found;
    private int gold;

    /** @param none index of None among the labels */
    public PairMetric(int none) {
        this.none = none;
    }

    /** Adds one pair. */
    public void add(int goldLabel, int foundLabel) {
        pairs++;
        right += goldLabel == foundLabel ? 1 : 0;
        rightRelations += goldLabel == foundLabel && goldLabel != none ? 1 : 0;
        found += foundLabel == none ? 0 : 1;
        gold += goldLabel == none ? 0 : 1;
    }

    /** How many pairs were added. */
    public int pairs() {
        return pairs;
    }

    /** Share of pairs with the right label, in percent. */
    public double accuracy() {
        return pairs == 0 ? 0 : PERCENT * right / pairs;
    }

    public Score score() {
        return Score.of(rightRelations, found, rightRelations, gold);
    }
}
