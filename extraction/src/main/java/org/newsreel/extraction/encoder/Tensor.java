package org.newsreel.extraction.encoder;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A named array of 32-bit floats as a file holds it, row-major.
 *
 * @param transposed whether the file stores the transpose of what {@code dimensions} say
 */
public record Tensor(String name, long[] dimensions, FloatBuffer values, boolean transposed) {
    public Tensor {
        long size = Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
        if (values.remaining() != size) {
            throw new IllegalArgumentException("tensor " + name + " has " + values.remaining()
                    + " values for the shape " + Arrays.toString(dimensions));
        }
    }

    /** The values in the order that {@link #dimensions()} say, copied. */
    public float[] toArray() {
        float[] stored = new float[values.remaining()];
        values.duplicate().get(stored);
        if (!transposed) {
            return stored;
        }
        int rows = (int) dimensions[0];
        int columns = (int) dimensions[1];
        float[] turned = new float[stored.length];
        for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
                turned[r * columns + c] = stored[c * rows + r];
            }
        }
        return turned;
    }
}
