package org.newsreel.kg.annotation;

import java.util.Locale;

/**
 * What an annotator decided on one statement that went out.
 *
 * @param item id of the item
 * @param statement IRI of the statement
 * @param verdict accepted or rejected
 * @param said the statement in words, for people
 */
public record StatementDecision(String item, String statement, Verdict verdict, String said) {
    /** Whether the statement stands. */
    public enum Verdict {
        ACCEPTED,
        REJECTED;

        /** As files have it. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
