package org.newsreel.extraction.encoder;

import java.util.ArrayList;
import java.util.List;

/** The words {@code [from, to)} of a text, encoded at one time. */
record Window(Words words, int from, int to) {
    int count() {
        return to - from;
    }

    /** Pieces that the window holds. */
    int pieces() {
        return words.firstPiece(to) - words.firstPiece(from);
    }

    /**
     * Windows of at most {@code room} pieces that together hold all the words {@code [from, to)}. Neighbours share about
     * a quarter of a window, so that every word is seen with context on both sides.
     */
    static List<Window> covering(Words words, int from, int to, int room) {
        List<Window> windows = new ArrayList<>();
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && words.firstPiece(end + 1) - words.firstPiece(start) <= room) {
                end++;
            }
            windows.add(new Window(words, start, end));
            if (end == to) {
                break;
            }
            int next = end;
            while (next > start + 1 && words.firstPiece(end) - words.firstPiece(next - 1) <= room / 4) {
                next--;
            }
            start = next;
        }
        return windows;
    }
}
