package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of picture source a {@link Medium} is. */
public enum MediaKind {
    /** Moving pictures: frames with presentation times. */
    VIDEO,
    /** One still picture: frame 0, no time. */
    IMAGE;

    /** The word that stands in the JSON: {@code video} or {@code image}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
