package org.newsreel.extraction.text;

import org.newsreel.ontology.claim.EntityType;

/** The words {@code [from, to)} of a text, taken as a mention. */
public record MentionSpan(EntityType type, int from, int to) {
    public MentionSpan {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a mention needs at least one word but has [" + from + ", " + to + ")");
        }
    }
}
