package org.newsreel.kg.search;

import org.apache.lucene.util.BytesRef;

/** A model and what it is used for, as one term of the index. */
record ModelName(String role, String name) {
    private static final char BETWEEN = '\0';
    /** In code points, of each part: a term of Lucene's has an end. */
    private static final int LONGEST = 1_000;

    BytesRef term() {
        return new BytesRef(cut(role) + BETWEEN + cut(name));
    }

    static ModelName of(BytesRef term) {
        String text = term.utf8ToString();
        int at = text.indexOf(BETWEEN);
        return new ModelName(text.substring(0, at), text.substring(at + 1));
    }

    private static String cut(String text) {
        String plain = text.replace(BETWEEN, ' ');
        int length = plain.codePointCount(0, plain.length());
        return plain.substring(0, plain.offsetByCodePoints(0, Math.min(length, LONGEST)));
    }
}
