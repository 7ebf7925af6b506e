package org.newsreel.extraction.pair;

/**
 * A mention as a range of tokens.
 *
 * @param from its first token
 * @param to one past its last token
 */
public record TokenRange(int from, int to) {
    public TokenRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("[" + from + ", " + to + ") is no range of tokens");
        }
    }

    void check(String name, int tokens) {
        if (to > tokens) {
            throw new IllegalArgumentException(
                    "the " + name + " is at the tokens [" + from + ", " + to + ") of " + tokens);
        }
    }

    boolean holds(int token) {
        return from <= token && token < to;
    }

    /** How many tokens away a token is; 0 inside. */
    int distance(int token) {
        return Math.max(0, Math.max(from - token, token - to + 1));
    }
}
