package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.List;

/** The characters {@code [from, to)} of a text that are read together: a usual article is one piece. */
record Piece(int from, int to) {
    /** Most characters in a piece; segmenters build a lattice over it, and pairs grow with the square. */
    static final int LONGEST = 2_000;

    static List<Piece> of(String normal) {
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < normal.length(); ) {
            int to = Math.min(normal.length(), from + LONGEST);
            if (to < normal.length()) {
                int cut = to;
                while (cut > from + LONGEST / 2 && !ChineseText.endsSentence(normal.charAt(cut - 1))) {
                    cut--;
                }
                to = cut > from + LONGEST / 2 ? cut : to;
            }
            pieces.add(new Piece(from, to));
            from = to;
        }
        return pieces;
    }
}
