package org.newsreel.extraction.text;

/**
 * Turns the margin between a relation's score and the threshold class' into a probability (Platt 1999):
 * {@code 1 / (1 + exp(-(scale * margin + shift)))}.
 *
 * @param scale above 0, so that the order of margins stays
 * @param shift any
 * @param threshold least probability of a relation that is claimed
 */
public record Calibration(double scale, double shift, double threshold) {
    /** The logistic function itself; claims what scores above the threshold class. */
    public static final Calibration NONE = new Calibration(1, 0, 0.5);

    public Calibration {
        if (!(scale > 0 && threshold >= 0 && threshold <= 1) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("a calibration needs a scale above 0 and a threshold in [0, 1], not "
                    + scale + ", " + shift + " and " + threshold);
        }
    }

    /** Probability of a margin. */
    public double probability(double margin) {
        return 1 / (1 + Math.exp(-(scale * margin + shift)));
    }
}
