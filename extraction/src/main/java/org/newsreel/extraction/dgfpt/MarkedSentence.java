package org.newsreel.extraction.dgfpt;

import java.util.Arrays;
import org.newsreel.extraction.encoder.Words;

/**
 * The pieces of a sentence with a pair, as many as the network reads.
 *
 * @param pieces those kept
 * @param head the head's among those kept
 * @param tail the tail's among those kept
 * @param from which piece of the whole text the first one kept is
 */
public record MarkedSentence(int[] pieces, DgfPtExample.Span head, DgfPtExample.Span tail, int from) {
    /**
     * Cuts a sentence. Of one that is too long, the run of pieces that has both mentions in its middle is kept.
     *
     * @param firstWord of the sentence
     * @param lastWord one past the last word of the sentence
     * @param head words of the head, {@code [first, last + 1]}, counted in the text, as {@code tail} is
     * @param mostPieces that the network reads
     */
    public static MarkedSentence of(Words words, int firstWord, int lastWord, int[] head, int[] tail, int mostPieces) {
        int first = words.firstPiece(firstWord);
        int[] all = new int[words.firstPiece(lastWord) - first];
        for (int p = 0; p < all.length; p++) {
            all[p] = words.piece(first + p);
        }
        int[] headPieces = {words.firstPiece(head[0]) - first, words.firstPiece(head[1]) - first};
        int[] tailPieces = {words.firstPiece(tail[0]) - first, words.firstPiece(tail[1]) - first};
        return of(all, headPieces, tailPieces, mostPieces, first);
    }

    /**
     * Cuts pieces.
     *
     * @param head pieces of the head, {@code [first, last + 1]}
     * @param tail pieces of the tail
     * @param before how many pieces the text has before these
     */
    public static MarkedSentence of(int[] pieces, int[] head, int[] tail, int mostPieces, int before) {
        int middle = (Math.min(head[0], tail[0]) + Math.max(head[1], tail[1])) / 2;
        int from = Math.max(0, Math.min(middle - mostPieces / 2, pieces.length - mostPieces));
        int to = Math.min(pieces.length, from + mostPieces);
        return new MarkedSentence(
                Arrays.copyOfRange(pieces, from, to), within(head, from, to), within(tail, from, to), before + from);
    }

    private static DgfPtExample.Span within(int[] span, int from, int to) {
        int begin = Math.max(0, Math.min(span[0], to - 1) - from);
        int end = Math.max(begin + 1, Math.min(span[1], to) - from);
        return new DgfPtExample.Span(begin, end);
    }
}
