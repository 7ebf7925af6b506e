package org.newsreel.extraction.pair;

import java.util.random.RandomGenerator;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.WordShape;

/**
 * One pair of mentions as the encoder reads it: the special pieces, the word pieces of the text, and four markers, before
 * and after the head and before and after the tail.
 *
 * @param pieces vocabulary ids, {@code [n]}
 * @param rows rows of the encoder's letter-case table, {@code [n]}: the letter case of the piece's word in the role of the
 *     piece, or the row of a marker
 * @param tokens the token of the text that a piece belongs to, {@code [n]}; -1 for special pieces and markers
 * @param head the index of the marker before the head
 * @param tail the index of the marker before the tail
 */
public record PairInput(long[] pieces, long[] rows, int[] tokens, int head, int tail) {
    /** What a piece belongs to; the letter-case table has a block of rows for each. */
    enum Role {
        CONTEXT,
        HEAD,
        TAIL,
        BOTH;

        static Role of(boolean inHead, boolean inTail) {
            return inHead ? inTail ? BOTH : HEAD : inTail ? TAIL : CONTEXT;
        }
    }

    static final int MARKERS = 4;
    /** Rows that the letter-case table needs. */
    static final int ROWS = Role.values().length * WordShape.values().length + MARKERS;

    public PairInput {
        if (rows.length != pieces.length || tokens.length != pieces.length) {
            throw new IllegalArgumentException(
                    pieces.length + " pieces have " + rows.length + " rows and " + tokens.length + " tokens");
        }
        if (head < 1 || head >= pieces.length || tail < 1 || tail >= pieces.length || head == tail) {
            throw new IllegalArgumentException(
                    "the markers at " + head + " and " + tail + " are not two among " + pieces.length + " pieces");
        }
    }

    /** {@code n}. */
    public int length() {
        return pieces.length;
    }

    /** The same pair with a share of the text's pieces hidden, which keeps a network from learning posts by heart. */
    public PairInput masked(double share, RandomGenerator random) {
        long[] hidden = pieces.clone();
        for (int i = 0; i < hidden.length; i++) {
            if (tokens[i] >= 0 && random.nextDouble() < share) {
                hidden[i] = TextTokenizer.MASK;
            }
        }
        return new PairInput(hidden, rows, tokens, head, tail);
    }

    /** The row of a word's letter case in a role. */
    static int row(Role role, WordShape shape) {
        return role.ordinal() * WordShape.values().length + shape.ordinal();
    }

    /**
     * The letter-case table to start from when a text network's is known: its rows in every role, zero for markers.
     *
     * @param table {@code [shapes, d]}, row by row
     * @return {@code [ROWS, d]}, row by row
     */
    public static float[] shapeTable(float[] table) {
        float[] rows = new float[table.length / WordShape.values().length * ROWS];
        for (Role role : Role.values()) {
            System.arraycopy(table, 0, rows, role.ordinal() * table.length, table.length);
        }
        return rows;
    }

    /** The row of a marker. */
    static int markerRow(int marker) {
        return Role.values().length * WordShape.values().length + marker;
    }

    /** Whether a piece belongs to the head, for its mean. */
    boolean inHead(int piece) {
        return in(piece, Role.HEAD);
    }

    /** Whether a piece belongs to the tail. */
    boolean inTail(int piece) {
        return in(piece, Role.TAIL);
    }

    private boolean in(int piece, Role role) {
        int shapes = WordShape.values().length;
        long block = rows[piece] / shapes;
        return tokens[piece] >= 0 && (block == role.ordinal() || block == Role.BOTH.ordinal());
    }
}
