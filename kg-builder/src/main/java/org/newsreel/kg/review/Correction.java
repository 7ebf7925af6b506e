package org.newsreel.kg.review;

import java.util.Optional;

/**
 * What is right in place of a statement; what is left out stays as the statement has it. Each part is an IRI or a
 * prefixed name; the object of {@code rdfs:label} is the words and their language, as in {@code Port Sella@en}.
 */
public record Correction(Optional<String> subject, Optional<String> predicate, Optional<String> object) {
    /** All three parts. */
    public static Correction of(String subject, String predicate, String object) {
        return new Correction(Optional.of(subject), Optional.of(predicate), Optional.of(object));
    }

    boolean isEmpty() {
        return subject.isEmpty() && predicate.isEmpty() && object.isEmpty();
    }
}
