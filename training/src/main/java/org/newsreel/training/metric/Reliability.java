package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidences mean what they say: claims in ten bins of equal width by their confidence, and the expected
 * calibration error over them (Guo et al. 2017, eq. 3 and 5).
 */
public final class Reliability {
    private static final int BINS = 10;

    /**
     * The claims with a confidence from {@code low} to below {@code high}; the last bin has 1 too.
     *
     * @param count how many there are
     * @param confidence their mean confidence; 0 without claims
     * @param right the share that is right; 0 without claims
     */
    public record Bin(double low, double high, int count, double confidence, double right) {}

    private final int[] counts = new int[BINS];
    private final int[] rights = new int[BINS];
    private final double[] confidences = new double[BINS];

    /**
     * Adds a claim.
     *
     * @param confidence in [0, 1]
     */
    public void add(double confidence, boolean right) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence must be in [0, 1], not " + confidence);
        }
        int bin = Math.min(BINS - 1, (int) (confidence * BINS));
        counts[bin]++;
        rights[bin] += right ? 1 : 0;
        confidences[bin] += confidence;
    }

    /** All bins, empty ones too, from the lowest. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            double count = Math.max(1, counts[b]);
            bins.add(
                    new Bin((double) b / BINS, (b + 1.0) / BINS, counts[b], confidences[b] / count, rights[b] / count));
        }
        return bins;
    }

    /** How many claims there are. */
    public int count() {
        int count = 0;
        for (int bin : counts) {
            count += bin;
        }
        return count;
    }

    /** Mean difference of confidence and share of right claims over the claims, in [0, 1]; 0 without claims. */
    public double error() {
        double sum = 0;
        for (Bin bin : bins()) {
            sum += bin.count() * Math.abs(bin.confidence() - bin.right());
        }
        return count() == 0 ? 0 : sum / count();
    }
}
