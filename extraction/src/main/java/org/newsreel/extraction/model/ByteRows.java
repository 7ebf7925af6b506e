package org.newsreel.extraction.model;

import java.nio.ByteBuffer;

/**
 * A matrix in one byte a value: each row has a scale, and a value is its byte times the scale. The largest value of a
 * row becomes 127, so that the error of a value is at most half the row's scale.
 */
public final class ByteRows {
    private static final int MOST = 127;

    private ByteRows() {}

    /** The scale of every row of {@code columns} values. */
    public static float[] scales(float[] values, int columns) {
        float[] scales = new float[values.length / columns];
        for (int r = 0; r < scales.length; r++) {
            float largest = 0;
            for (int c = 0; c < columns; c++) {
                largest = Math.max(largest, Math.abs(values[r * columns + c]));
            }
            scales[r] = largest / MOST;
        }
        return scales;
    }

    /** Values in bytes. */
    public static ByteBuffer encode(float[] values, float[] scales, int columns) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            float scale = scales[i / columns];
            bytes[i] = scale == 0 ? 0 : (byte) Math.round(values[i] / scale);
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Values again. */
    public static float[] decode(ByteBuffer bytes, float[] scales, int columns) {
        ByteBuffer in = bytes.duplicate();
        float[] values = new float[in.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.get() * scales[i / columns];
        }
        return values;
    }
}
