package org.newsreel.ontology.claim;

/**
 * One stretch of the text that refers to an entity.
 *
 * @param id unique among the document's mentions
 * @param type what kind of entity it refers to
 * @param start first code point, from 0
 * @param end one past the last code point
 * @param text exactly the document's text between {@code start} and {@code end}
 * @param confidence in [0, 1]
 */
public record Mention(String id, EntityType type, int start, int end, String text, double confidence) {
    public Mention {
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
}
