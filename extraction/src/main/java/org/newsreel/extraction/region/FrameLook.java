package org.newsreel.extraction.region;

import java.util.Arrays;

/**
 * A frame at 16 by 9 points of colour: enough to tell whether two sampled frames show the same camera set-up.
 *
 * @param points 16 × 9 × 3 values in [0, 255], row by row
 */
record FrameLook(int[] points) {
    static final int WIDTH = 16;
    static final int HEIGHT = 9;

    /** Frames that differ by more come from different shots, or the camera has moved far. */
    static final double CUT = 24;

    /** Frames that differ by less show the same set-up, even minutes apart. */
    static final double SAME_SETUP = 12;

    /** Mean absolute difference of the points, in [0, 255]. */
    double difference(FrameLook other) {
        long sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += Math.abs(points[i] - other.points[i]);
        }
        return (double) sum / points.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameLook look && Arrays.equals(points, look.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }

    @Override
    public String toString() {
        return "FrameLook" + Arrays.toString(points);
    }
}
