package org.newsreel.extraction.network;

import java.util.List;
import java.util.Optional;

/**
 * A post with its picture, as networks of single sentences read it.
 *
 * @param pieces vocabulary ids, special pieces and markers included, {@code [n]}; the first stands for the whole text
 * @param tokens the token of the text that a piece belongs to, {@code [n]}: from 0, never decreasing, every token with a
 *     piece; -1 for special pieces and markers
 * @param markers where a pair of mentions is marked, when the post is about one
 * @param picture the picture, when there is one
 * @param objects objects cut out of the picture, the most salient first
 */
public record Post(
        long[] pieces, int[] tokens, Optional<Markers> markers, Optional<Pixels> picture, List<Pixels> objects) {
    /**
     * The pieces that mark a pair: before and after the head, before and after the tail. The two may overlap.
     *
     * @param headEnd after {@code head}
     * @param tailEnd after {@code tail}
     */
    public record Markers(int head, int headEnd, int tail, int tailEnd) {
        public Markers {
            if (head < 0 || headEnd <= head || tail < 0 || tailEnd <= tail || head == tail) {
                throw new IllegalArgumentException("a pair can't be marked by the pieces " + head + " to " + headEnd
                        + " and " + tail + " to " + tailEnd);
            }
        }
    }

    public Post {
        objects = List.copyOf(objects);
        if (pieces.length == 0 || tokens.length != pieces.length) {
            throw new IllegalArgumentException(pieces.length + " pieces have " + tokens.length + " tokens");
        }
        int last = -1;
        for (int token : tokens) {
            if (token >= 0 && token != last && token != last + 1) {
                throw new IllegalArgumentException("a piece of token " + token + " comes after token " + last);
            }
            last = Math.max(last, token);
        }
        int length = pieces.length;
        markers.ifPresent(m -> {
            if (m.headEnd() >= length || m.tailEnd() >= length) {
                throw new IllegalArgumentException("the markers " + m + " are not among " + length + " pieces");
            }
        });
    }

    /** {@code n}. */
    public int length() {
        return pieces.length;
    }

    /** The first piece of every token. */
    public int[] firstPieces() {
        int[] first = new int[tokens[lastTokenPiece()] + 1];
        int next = 0;
        for (int p = 0; p < tokens.length && next < first.length; p++) {
            if (tokens[p] == next) {
                first[next++] = p;
            }
        }
        return first;
    }

    private int lastTokenPiece() {
        for (int p = tokens.length - 1; p > 0; p--) {
            if (tokens[p] >= 0) {
                return p;
            }
        }
        return 0;
    }

    /** The tokens between two markers, {@code [from, to)}; empty for a mention without pieces. */
    public int[] tokensBetween(int marker, int end) {
        int from = -1;
        int to = -1;
        for (int p = 0; p < end; p++) {
            if (tokens[p] >= 0) {
                to = tokens[p] + 1;
                from = p > marker && from < 0 ? tokens[p] : from;
            }
        }
        to = Math.max(to, 0);
        return new int[] {from < 0 ? to : from, to};
    }
}
