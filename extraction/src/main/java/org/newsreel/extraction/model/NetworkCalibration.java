package org.newsreel.extraction.model;

/**
 * How far a network's figures can be believed, measured on examples that it was not trained on.
 *
 * @param temperature logits are divided by it before they become probabilities (Guo et al. 2017), above 0
 * @param threshold least probability of a relation that is claimed, in (0, 1]
 * @param precision share of what it finds that is right, in [0, 1], for networks that give what they find no probability
 */
public record NetworkCalibration(double temperature, double threshold, double precision) {
    /** Nobody measured: probabilities as they are, claimed when likelier than not. */
    public static final NetworkCalibration NONE = new NetworkCalibration(1, 0.5, 0.5);

    public NetworkCalibration {
        if (!(temperature > 0 && threshold > 0 && threshold <= 1 && precision >= 0 && precision <= 1)) {
            throw new IllegalArgumentException("a calibration can't have temperature " + temperature + ", threshold "
                    + threshold + " and precision " + precision);
        }
    }

    /** Probabilities of logits, in their order. */
    public double[] probabilities(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit / temperature);
        }
        double[] p = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(logits[i] / temperature - largest);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }
}
