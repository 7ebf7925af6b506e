package org.newsreel.extraction.shot;

import org.newsreel.extraction.media.FrameCursor;

/**
 * A frame at 16 by 9 points of colour, each the mean of 36 points picked from the frame: motion inside a shot moves these
 * means little, another camera set-up moves most of them.
 */
final class Glance {
    static final int COLUMNS = 16;
    static final int ROWS = 9;
    private static final int CELL_WIDTH = FrameCursor.GLIMPSE_WIDTH / COLUMNS;
    private static final int CELL_HEIGHT = FrameCursor.GLIMPSE_HEIGHT / ROWS;

    /** In [0, 255], row by row, blue, green and red. */
    private final float[] values;

    Glance(float[] values) {
        if (values.length != COLUMNS * ROWS * 3) {
            throw new IllegalArgumentException("a glance has " + COLUMNS * ROWS * 3 + " values, not " + values.length);
        }
        this.values = values;
    }

    /** @param points as {@link FrameCursor#glimpse} gives them */
    static Glance of(byte[] points) {
        float[] sums = new float[COLUMNS * ROWS * 3];
        int at = 0;
        for (int y = 0; y < FrameCursor.GLIMPSE_HEIGHT; y++) {
            int row = y / CELL_HEIGHT * COLUMNS;
            for (int x = 0; x < FrameCursor.GLIMPSE_WIDTH; x++) {
                int cell = (row + x / CELL_WIDTH) * 3;
                sums[cell] += points[at++] & 0xFF;
                sums[cell + 1] += points[at++] & 0xFF;
                sums[cell + 2] += points[at++] & 0xFF;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= CELL_WIDTH * CELL_HEIGHT;
        }
        return new Glance(sums);
    }

    /** Mean absolute difference, in [0, 255]. */
    double difference(Glance other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - other.values[i]);
        }
        return sum / values.length;
    }

    /** The difference at the point that changed most, in [0, 255]: a caption changes few points, but those much. */
    double largestDifference(Glance other) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] - other.values[i]));
        }
        return largest;
    }

    double brightness() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** How far along the straight way from one frame to another this one lies: 0 at the first, 1 at the second. */
    double along(Glance from, Glance to) {
        double dot = 0;
        double length = 0;
        for (int i = 0; i < values.length; i++) {
            double way = to.values[i] - from.values[i];
            dot += (values[i] - from.values[i]) * way;
            length += way * way;
        }
        return length == 0 ? 0 : dot / length;
    }

    /** Mean absolute difference from the mixture of two frames in which the second has the share {@code alpha}. */
    double offMixture(Glance from, Glance to, double alpha) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - from.values[i] - alpha * (to.values[i] - from.values[i]));
        }
        return sum / values.length;
    }
}
