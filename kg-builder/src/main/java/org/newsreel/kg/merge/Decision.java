package org.newsreel.kg.merge;

import java.util.Arrays;
import java.util.Locale;

/** What a person can decide: the first three on a statement, the others on two entities. */
public enum Decision {
    /** The statement is right as it is. */
    ACCEPTED,
    /** The statement is wrong and leaves the default graph. */
    REJECTED,
    /** Something else is right in the statement's place. */
    CORRECTED,
    /** The two entities are one. */
    SAME,
    /** The two entities are two. */
    DIFFERENT;

    /** As it stands in the graph. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Decision of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decision is called " + word));
    }
}
