package org.newsreel.extraction.pair;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.WordShape;
import org.newsreel.extraction.encoder.Words;

/**
 * Turns tokens with a marked head and tail into a {@link PairInput}. Links become one word, hash tags and names in camel
 * case their parts. Of a text that does not fit into the encoder, the tokens nearest to the two mentions are read.
 */
public final class PairReader {
    private static final int HEAD_START = TextTokenizer.UNUSED;
    private static final int HEAD_END = HEAD_START + 1;
    private static final int TAIL_START = HEAD_START + 2;
    private static final int TAIL_END = HEAD_START + 3;

    private final TextTokenizer tokenizer;
    private final int longest;

    /**
     * A reader for an encoder.
     *
     * @param longest most pieces of an input, special pieces and markers included
     */
    public PairReader(TextTokenizer tokenizer, int longest) {
        this.tokenizer = tokenizer;
        this.longest = longest;
    }

    /**
     * Reads a pair; both ranges count tokens, from 0, end-exclusive, and may overlap.
     *
     * @throws IllegalArgumentException when a range is not one of these tokens
     */
    public PairInput read(List<String> tokens, TokenRange head, TokenRange tail) {
        head.check("head", tokens.size());
        tail.check("tail", tokens.size());
        int[] starts = new int[tokens.size()];
        int[] ends = new int[tokens.size()];
        StringBuilder joined = new StringBuilder();
        int points = 0;
        for (int t = 0; t < starts.length; t++) {
            String plain = PostToken.plain(tokens.get(t));
            joined.append(plain).append(' ');
            starts[t] = points;
            ends[t] = points + plain.codePointCount(0, plain.length());
            points = ends[t] + 1;
        }
        Words words = tokenizer.tokenize(joined.toString());
        int[][] covering = new int[starts.length][];
        for (int t = 0; t < starts.length; t++) {
            covering[t] = words.covering(starts[t], ends[t]);
        }
        boolean[] kept = kept(words, covering, head, tail);
        return new Builder(words, covering, kept).build(head, tail);
    }

    /** The tokens that fit, nearest to the mentions first. */
    private boolean[] kept(Words words, int[][] covering, TokenRange head, TokenRange tail) {
        int room = longest - 2 - PairInput.MARKERS;
        boolean[] kept = new boolean[covering.length];
        if (words.pieceCount() <= room) {
            Arrays.fill(kept, true);
            return kept;
        }
        int[] order = IntStream.range(0, kept.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer t) -> Math.min(head.distance(t), tail.distance(t)))
                        .thenComparingInt(t -> t))
                .mapToInt(t -> t)
                .toArray();
        for (int t : order) {
            int pieces = pieces(words, covering[t]);
            if (pieces > room) {
                break;
            }
            room -= pieces;
            kept[t] = true;
        }
        return kept;
    }

    private static int pieces(Words words, int[] range) {
        return range.length == 0 ? 0 : words.firstPiece(range[1]) - words.firstPiece(range[0]);
    }

    private static final class Builder {
        private final Words words;
        private final int[][] covering;
        private final boolean[] kept;
        private final long[] pieces;
        private final long[] rows;
        private final int[] tokens;
        private int size;

        Builder(Words words, int[][] covering, boolean[] kept) {
            this.words = words;
            this.covering = covering;
            this.kept = kept;
            int length = 2 + PairInput.MARKERS;
            for (int t = 0; t < kept.length; t++) {
                length += kept[t] ? pieces(words, covering[t]) : 0;
            }
            pieces = new long[length];
            rows = new long[length];
            tokens = new int[length];
        }

        PairInput build(TokenRange head, TokenRange tail) {
            int headAt = -1;
            int tailAt = -1;
            special(TextTokenizer.CLS, PairInput.row(PairInput.Role.CONTEXT, WordShape.NONE));
            for (int t = 0; t <= kept.length; t++) {
                if (t == head.to()) {
                    marker(HEAD_END);
                }
                if (t == tail.to()) {
                    marker(TAIL_END);
                }
                if (t == kept.length) {
                    break;
                }
                if (t == head.from()) {
                    headAt = size;
                    marker(HEAD_START);
                }
                if (t == tail.from()) {
                    tailAt = size;
                    marker(TAIL_START);
                }
                if (kept[t]) {
                    token(t, PairInput.Role.of(head.holds(t), tail.holds(t)));
                }
            }
            special(TextTokenizer.SEP, PairInput.row(PairInput.Role.CONTEXT, WordShape.NONE));
            return new PairInput(pieces, rows, tokens, headAt, tailAt);
        }

        private void token(int token, PairInput.Role role) {
            if (covering[token].length == 0) {
                return;
            }
            for (int w = covering[token][0]; w < covering[token][1]; w++) {
                int row = PairInput.row(role, words.shape(w));
                for (int p = words.firstPiece(w); p < words.firstPiece(w + 1); p++) {
                    add(words.piece(p), row, token);
                }
            }
        }

        private void marker(int id) {
            special(id, PairInput.markerRow(id - TextTokenizer.UNUSED));
        }

        private void special(int id, int row) {
            add(id, row, -1);
        }

        private void add(int id, int row, int token) {
            pieces[size] = id;
            rows[size] = row;
            tokens[size++] = token;
        }
    }
}
