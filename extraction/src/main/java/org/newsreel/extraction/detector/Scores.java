package org.newsreel.extraction.detector;

import java.util.Arrays;

/**
 * One output of a detector.
 *
 * @param shape its dimensions, the batch of one first
 * @param values row by row
 */
record Scores(long[] shape, float[] values) {
    Scores {
        long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        if (count != values.length) {
            throw new IllegalArgumentException(
                    "an output of shape " + Arrays.toString(shape) + " has " + values.length + " values");
        }
    }

    /** The two dimensions after a batch of one; {rows, columns}. */
    int[] plane() {
        int n = shape.length;
        if (n < 2 || n == 3 && shape[0] != 1 || n > 3) {
            throw new IllegalArgumentException("an output of shape " + Arrays.toString(shape));
        }
        return new int[] {Math.toIntExact(shape[n - 2]), Math.toIntExact(shape[n - 1])};
    }
}
