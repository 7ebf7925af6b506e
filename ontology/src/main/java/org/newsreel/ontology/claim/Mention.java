package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One stretch of the text that refers to an entity.
 *
 * @param id unique among the document's mentions
 * @param type what kind of entity it refers to
 * @param start first code point, from 0
 * @param end one past the last code point
 * @param text exactly the document's text between {@code start} and {@code end}
 * @param confidence in [0, 1]
 * @param spoken when a video of the item says these words, when known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Mention(
        String id, EntityType type, int start, int end, String text, double confidence, Optional<Spoken> spoken) {
    /** A mention in words that nobody is known to speak. */
    public Mention(String id, EntityType type, int start, int end, String text, double confidence) {
        this(id, type, start, end, text, confidence, Optional.empty());
    }

    public Mention {
        spoken = spoken == null ? Optional.empty() : spoken;
        Claims.named(id, "mention id");
        Claims.require(type != null, "mention %s has no type", id);
        Claims.require(
                0 <= start && start < end, "mention %s must have 0 <= start < end but has %s and %s", id, start, end);
        Claims.require(text != null, "mention %s has no text", id);
        Claims.require(
                text.codePointCount(0, text.length()) == end - start,
                "mention %s has %s code points of text for the span [%s, %s)",
                id,
                text.codePointCount(0, text.length()),
                start,
                end);
        Claims.fraction(confidence, "confidence of mention " + id);
    }

    /** The same mention, spoken then. */
    public Mention spokenAt(Spoken when) {
        return new Mention(id, type, start, end, text, confidence, Optional.of(when));
    }
}
