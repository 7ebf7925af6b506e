package org.newsreel.api.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A fact with names for people.
 *
 * @param predicate IRI of the property
 * @param label the property in words
 */
public record FactView(Term subject, String predicate, String label, Term object) {
    /**
     * An end of a fact.
     *
     * @param id IRI of an entity or class; empty for words
     * @param name what it is called, or the words
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Term(Optional<String> id, String name, Optional<String> language) {}
}
