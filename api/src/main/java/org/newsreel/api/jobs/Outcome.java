package org.newsreel.api.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of an item of a job. */
public enum Outcome {
    /** It is in the store, new or in place of an older version. */
    STORED,
    /** This very version was in the store before. */
    UNCHANGED,
    /** It is not in the store. */
    FAILED,
    /** Nor is this: the extraction process died of it again and again, so it is left out of further attempts. */
    GIVEN_UP,
    /** Not the item, but a part of it was left out, such as a video that can't be read. */
    WARNING,
    /** Something worth knowing. */
    NOTE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
