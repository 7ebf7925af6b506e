package org.newsreel.extraction.voter;

import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;

/** How much of a text a vocabulary of BERT's kind has no pieces for. Other vocabularies spell everything in bytes. */
final class Unknown {
    /** What BERT's vocabulary calls what it does not know. */
    private static final int PIECE = 100;

    /** Up to this share of a text's pieces may be unknown: emoji and rare signs, but no other script. */
    private static final double MOST = 0.2;

    private Unknown() {}

    static boolean fewIn(TextTokenizer tokenizer, String text) {
        int[] around = tokenizer.around();
        if (around.length == 0 || around[0] != TextTokenizer.CLS) {
            return true;
        }
        Words words = tokenizer.tokenize(text);
        int unknown = 0;
        for (int p = 0; p < words.pieceCount(); p++) {
            unknown += words.piece(p) == PIECE ? 1 : 0;
        }
        return unknown <= MOST * words.pieceCount();
    }
}
