package org.newsreel.extraction.encoder;

import java.util.Arrays;
import org.newsreel.ontology.claim.CodePoints;

/**
 * A text cut into words and word pieces. Words are what the vocabulary's pre-tokenizer takes for words: runs of letters
 * and digits, single punctuation marks, single CJK characters. Every piece belongs to one word. Offsets count code
 * points of {@link #text()}.
 */
public final class Words {
    private final String text;
    private final CodePoints points;
    private final int[] start;
    private final int[] end;
    private final int[] sentence;
    private final int[] firstPiece;
    private final int[] pieces;

    Words(String text, CodePoints points, int[] start, int[] end, int[] firstPiece, int[] pieces) {
        this.text = text;
        this.points = points;
        this.start = start;
        this.end = end;
        this.firstPiece = firstPiece;
        this.pieces = pieces;
        this.sentence = sentences();
    }

    public String text() {
        return text;
    }

    /** How many words there are. */
    public int count() {
        return start.length;
    }

    /** First code point of a word. */
    public int start(int word) {
        return start[word];
    }

    /** One past the last code point of a word. */
    public int end(int word) {
        return end[word];
    }

    /** Index of the sentence that a word is in, from 0; good for distances, not for linguistics. */
    public int sentence(int word) {
        return sentence[word];
    }

    /** The word as written. */
    public String word(int word) {
        return points.slice(start[word], end[word]);
    }

    /** The text from the first to before the last of a range of words. */
    public String slice(int fromWord, int toWord) {
        return points.slice(start[fromWord], end[toWord - 1]);
    }

    /** How a word is written. */
    public WordShape shape(int word) {
        return WordShape.of(text, points.toCharIndex(start[word]), points.toCharIndex(end[word]));
    }

    /** The words, if any, that the code points {@code [from, to)} touch, as {@code [first, last + 1]}; else empty. */
    public int[] covering(int from, int to) {
        int first = upperBound(end, from);
        int last = first;
        while (last < start.length && start[last] < to) {
            last++;
        }
        return first < last ? new int[] {first, last} : new int[0];
    }

    /** How many word pieces there are. */
    public int pieceCount() {
        return pieces.length;
    }

    /** Vocabulary id of a piece. */
    public int piece(int index) {
        return pieces[index];
    }

    /** First piece of a word; {@link #count()} gives the number of pieces. */
    public int firstPiece(int word) {
        return word == count() ? pieces.length : firstPiece[word];
    }

    /** How many of the ascending values are at most {@code key}. */
    private static int upperBound(int[] values, int key) {
        int at = Arrays.binarySearch(values, key);
        if (at < 0) {
            return -at - 1;
        }
        while (at < values.length && values[at] == key) {
            at++;
        }
        return at;
    }

    private int[] sentences() {
        int[] index = new int[start.length];
        int current = 0;
        boolean ended = false;
        for (int w = 0; w < index.length; w++) {
            int gapFrom = w == 0 ? 0 : points.toCharIndex(end[w - 1]);
            int gapTo = points.toCharIndex(start[w]);
            if (w > 0 && (ended || text.substring(gapFrom, gapTo).indexOf('\n') >= 0)) {
                current++;
            }
            index[w] = current;
            char last = text.charAt(points.toCharIndex(end[w]) - 1);
            ended = last == '.'
                    || last == '!'
                    || last == '?'
                    || last == '\u3002'
                    || last == '\uff01'
                    || last == '\uff1f';
        }
        return index;
    }
}
