package org.newsreel.extraction.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model can be used for; the word is what {@code --models} and the documents' {@code models} say. */
public enum Role {
    /** Mentions with their types. */
    ENTITIES,
    /** Which mentions are of one entity. */
    CHAINS,
    /** Relations between chains. */
    RELATIONS,
    /** What is seen where. */
    REGIONS;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
}
