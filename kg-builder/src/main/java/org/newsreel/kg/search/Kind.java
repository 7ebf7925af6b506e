package org.newsreel.kg.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be found. */
public enum Kind {
    /** Persons, places and whatever else has a name, by all their names. */
    ENTITY,
    /** News items, by headline, source and text. */
    ITEM,
    /** Properties that facts have, by their labels. */
    RELATION;

    /** As callers write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name; empty for any other. */
    public static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
