package org.newsreel.api.jobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. */
public enum JobState {
    /** It waits for its turn. */
    QUEUED,
    /** It is being extracted and stored. */
    RUNNING,
    /** It ended, and something of it is in the store; single items may have failed. */
    DONE,
    /** It ended, and nothing of it is in the store. */
    FAILED,
    /** Somebody ended it; what was stored before stays. */
    CANCELLED;

    /** Whether nothing happens to it any more by itself. */
    public boolean ended() {
        return compareTo(DONE) >= 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
