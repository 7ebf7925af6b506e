package org.newsreel.extraction.chinese;

import java.util.Arrays;

/** Collects features as hashes of a template's number and what it saw (FNV-1a in 64 bits, mixed and folded to 32). */
final class Features {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0xd6e8feb86659fd93L;
    private static final int END_OF_WORD = 0x1F;
    /** Sets numbers apart from the characters of a word. */
    private static final long NUMBER = 0x10000L;

    private int[] values = new int[160];
    private int count;
    private long state;

    /** Begins a feature of a template. */
    Features of(int template) {
        state = (BASIS ^ template) * PRIME;
        return this;
    }

    Features and(CharSequence seen) {
        for (int i = 0; i < seen.length(); i++) {
            state = (state ^ seen.charAt(i)) * PRIME;
        }
        return and(END_OF_WORD);
    }

    Features and(int seen) {
        state = (state ^ (seen + NUMBER)) * PRIME;
        return this;
    }

    Features and(boolean seen) {
        return and(seen ? 1 : 0);
    }

    /** Ends the feature and keeps it. */
    void add() {
        long h = (state ^ state >>> 32) * MIX;
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = (int) (h ^ h >>> 32);
    }

    /** The features since the last call. */
    int[] take() {
        int[] taken = Arrays.copyOf(values, count);
        count = 0;
        return taken;
    }
}
