package org.newsreel.extraction.source;

import java.util.ArrayList;
import java.util.List;

/** A text made of tokens with single spaces between them, and where each token came to stand, in code points. */
final class JoinedTokens {
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> spans = new ArrayList<>();
    private int points;

    /** @throws IllegalArgumentException when the token is empty */
    void add(String token) {
        if (token.isEmpty()) {
            throw new IllegalArgumentException("it has an empty token");
        }
        if (text.length() > 0) {
            text.append(' ');
            points++;
        }
        int from = points;
        text.append(token);
        points += token.codePointCount(0, token.length());
        spans.add(new int[] {from, points});
    }

    int size() {
        return spans.size();
    }

    /** Where the first code point of a token is. */
    int start(int token) {
        return spans.get(token)[0];
    }

    /** Where the last code point of a token ends. */
    int end(int token) {
        return spans.get(token)[1];
    }

    String text() {
        return text.toString();
    }
}
