package org.newsreel.extraction.model;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A matrix in four bits a value. {@value #GROUP} neighbours in a row share a scale, and a value is its number from -7 to
 * 7 times the scale; a row's last group may be shorter. The scale of a group is the one of a few candidates that gives
 * the least squared error, because clipping one outlier often costs less than coarser steps for all others.
 *
 * <p>Layout: two values a byte, {@code number + 8} in four bits, the even column in the low ones; a row of an odd number
 * of columns ends with four unused bits (written as 8). So {@code rows × ⌈columns / 2⌉} bytes and, row-major, {@code
 * rows × ⌈columns / 128⌉} scales in bfloat16.
 */
public final class NibbleRows {
    /** Values that share a scale. */
    public static final int GROUP = 128;

    private static final int MOST = 7;
    private static final int ZERO = 8;
    /** How far below the scale that clips nothing the search goes, and in which steps. */
    private static final float LEAST = 0.6f;

    private static final float STEP = 0.05f;

    private NibbleRows() {}

    /** Scales in a row of {@code columns} values. */
    public static int groups(int columns) {
        return (columns + GROUP - 1) / GROUP;
    }

    /** Bytes in a row of {@code columns} values. */
    public static int bytes(int columns) {
        return (columns + 1) / 2;
    }

    /** The scale of every group, one that bfloat16 holds exactly; 0 for a group of zeros. */
    public static float[] scales(float[] values, int columns) {
        int groups = groups(columns);
        float[] scales = new float[values.length / columns * groups];
        for (int g = 0; g < scales.length; g++) {
            int from = g / groups * columns + g % groups * GROUP;
            int to = Math.min(from + GROUP, (g / groups + 1) * columns);
            scales[g] = bestScale(Arrays.copyOfRange(values, from, to));
        }
        return scales;
    }

    private static float bestScale(float[] group) {
        float largest = 0;
        for (float value : group) {
            largest = Math.max(largest, Math.abs(value));
        }
        float best = BrainFloats.round(largest / MOST);
        double leastError = Double.MAX_VALUE;
        for (float share = 1; share > LEAST; share -= STEP) {
            float scale = BrainFloats.round(share * largest / MOST);
            double error = scale == 0 ? Double.MAX_VALUE : squaredError(group, scale);
            if (error < leastError) {
                leastError = error;
                best = scale;
            }
        }
        return best;
    }

    private static double squaredError(float[] group, float scale) {
        double sum = 0;
        for (float value : group) {
            double error = number(value, scale) * scale - value;
            sum += error * error;
        }
        return sum;
    }

    private static int number(float value, float scale) {
        return scale == 0 ? 0 : Math.max(-MOST, Math.min(MOST, Math.round(value / scale)));
    }

    /** Values in bytes. */
    public static ByteBuffer encode(float[] values, float[] scales, int columns) {
        int rows = values.length / columns;
        int groups = groups(columns);
        byte[] bytes = new byte[rows * bytes(columns)];
        Arrays.fill(bytes, (byte) (ZERO | ZERO << 4));
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int four = number(values[r * columns + c], scales[r * groups + c / GROUP]) + ZERO;
                int at = r * bytes(columns) + c / 2;
                bytes[at] = (byte) (c % 2 == 0 ? bytes[at] & 0xF0 | four : bytes[at] & 0x0F | four << 4);
            }
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Values again. */
    public static float[] decode(ByteBuffer bytes, float[] scales, int columns) {
        int width = bytes(columns);
        int rows = bytes.remaining() / width;
        int groups = groups(columns);
        int base = bytes.position();
        float[] values = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int two = bytes.get(base + r * width + c / 2);
                int four = (c % 2 == 0 ? two : two >> 4) & 0x0F;
                values[r * columns + c] = (four - ZERO) * scales[r * groups + c / GROUP];
            }
        }
        return values;
    }
}
