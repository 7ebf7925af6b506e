package org.newsreel.api.keys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a key allows; each scope includes those before it. */
public enum Scope {
    /** Reading, where the service asks for a key even for that. */
    READ,
    /** Bringing news in, taking items out, and steering jobs. */
    INGEST,
    /** Everything, SPARQL update and the Graph Store among it. */
    ADMIN;

    /** Whether whoever has this scope may do what needs the other. */
    public boolean includes(Scope needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * The scope that users call so.
     *
     * @throws IllegalArgumentException with one sentence when there is none
     */
    @JsonCreator
    public static Scope named(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no scope " + name + ": it is read, ingest or admin."));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
