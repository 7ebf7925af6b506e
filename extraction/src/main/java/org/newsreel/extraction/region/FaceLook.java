package org.newsreel.extraction.region;

import java.util.Arrays;

/**
 * What a face looks like: local binary patterns counted in 5 by 5 cells (Ahonen, Hadid and Pietikäinen 2006, uniform
 * patterns of eight neighbours). It tells apart the few people of one news item and no more, says nothing to anybody who
 * lacks the pictures, and lives only while its item is looked at: nothing writes it anywhere.
 */
final class FaceLook {
    /** Cells along each side. */
    static final int CELLS = 5;

    /** Points along each side of a cell: their number is the most that a count can be, and fits a byte. */
    static final int CELL = 15;

    /** Side of the square picture of a face that {@link #of} takes: a rim of one point has no neighbours. */
    static final int SIDE = CELLS * CELL + 2;

    private static final int PATTERNS = 59;
    private static final int[] UNIFORM = uniform();

    private final byte[] counts;

    private FaceLook(byte[] counts) {
        this.counts = counts;
    }

    /** @param points {@link #SIDE} by {@code SIDE} brightnesses in [0, 255], row by row */
    static FaceLook of(int[] points) {
        int[] counts = new int[CELLS * CELLS * PATTERNS];
        for (int y = 1; y < SIDE - 1; y++) {
            for (int x = 1; x < SIDE - 1; x++) {
                int cell = (y - 1) / CELL * CELLS + (x - 1) / CELL;
                counts[cell * PATTERNS + UNIFORM[pattern(points, y * SIDE + x)]]++;
            }
        }
        byte[] bytes = new byte[counts.length];
        for (int i = 0; i < counts.length; i++) {
            bytes[i] = (byte) counts[i];
        }
        return new FaceLook(bytes);
    }

    private static int pattern(int[] points, int at) {
        int centre = points[at];
        int bits = points[at - SIDE - 1] >= centre ? 1 : 0;
        bits |= points[at - SIDE] >= centre ? 2 : 0;
        bits |= points[at - SIDE + 1] >= centre ? 4 : 0;
        bits |= points[at + 1] >= centre ? 8 : 0;
        bits |= points[at + SIDE + 1] >= centre ? 16 : 0;
        bits |= points[at + SIDE] >= centre ? 32 : 0;
        bits |= points[at + SIDE - 1] >= centre ? 64 : 0;
        return bits | (points[at - 1] >= centre ? 128 : 0);
    }

    /** The 58 patterns with at most two changes around the circle have numbers of their own; the others share one. */
    private static int[] uniform() {
        int[] numbers = new int[256];
        int next = 0;
        for (int bits = 0; bits < numbers.length; bits++) {
            int turned = (bits << 1 | bits >> 7) & 255;
            numbers[bits] = Integer.bitCount(bits ^ turned) <= 2 ? next++ : PATTERNS - 1;
        }
        return numbers;
    }

    /** Half the chi-square distance of the counts, mean over the cells, in [0, 1]. */
    double distance(FaceLook other) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            int a = counts[i] & 255;
            int b = other.counts[i] & 255;
            if (a + b > 0) {
                sum += (double) ((a - b) * (a - b)) / (a + b);
            }
        }
        return sum / (2.0 * CELLS * CELLS * CELL * CELL);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaceLook look && Arrays.equals(counts, look.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** Tells nothing, so that no look gets into a log. */
    @Override
    public String toString() {
        return "FaceLook";
    }
}
