package org.newsreel.ontology.claim;

import java.util.Arrays;

/**
 * Translates between Unicode code point offsets, which documents use, and Java's {@code char} indexes, in constant or
 * logarithmic time. Immutable and thread safe; memory is proportional to the number of characters outside the Basic
 * Multilingual Plane, not to the text.
 */
public final class CodePoints {
    private final String text;
    /** Code point offsets of the supplementary characters, ascending. */
    private final int[] wide;

    public CodePoints(String text) {
        this.text = text;
        int[] found = new int[0];
        int count = 0;
        for (int i = 0, point = 0; i < text.length(); point++) {
            int width = Character.charCount(text.codePointAt(i));
            if (width == 2) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(8, 2 * count));
                }
                found[count++] = point;
            }
            i += width;
        }
        this.wide = Arrays.copyOf(found, count);
    }

    /** How many code points the text has. */
    public int length() {
        return text.length() - wide.length;
    }

    /** The {@code char} index at which code point {@code offset} (0 to {@link #length()}) begins. */
    public int toCharIndex(int offset) {
        if (offset < 0 || offset > length()) {
            throw new IllegalArgumentException(
                    "offset " + offset + " is outside a text of " + length() + " code points");
        }
        int at = Arrays.binarySearch(wide, offset);
        return offset + (at >= 0 ? at : -at - 1);
    }

    /** The code point offset of {@code char} index {@code index}; an index inside a pair counts as the pair's start. */
    public int toOffset(int index) {
        if (index < 0 || index > text.length()) {
            throw new IllegalArgumentException("index " + index + " is outside a text of " + text.length() + " chars");
        }
        int low = 0;
        int high = wide.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // The k-th wide character occupies chars wide[k] + k and wide[k] + k + 1.
            if (wide[middle] + middle + 1 <= index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return index - low;
    }

    /** The text between two code point offsets. */
    public String slice(int start, int end) {
        return text.substring(toCharIndex(start), toCharIndex(end));
    }
}
