package org.newsreel.kg.annotation;

import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/**
 * What an annotator says of one text.
 *
 * @param chains the mentions of each entity
 * @param links relations between entities
 */
record Annotations(List<List<Span>> chains, List<Link> links) {
    /** A mention; offsets in code points, end-exclusive. */
    record Span(EntityType type, int start, int end) {}

    /**
     * A relation.
     *
     * @param property local name of a property in {@code nr:}
     * @param subject index of a chain
     * @param object index of a chain
     */
    record Link(String property, int subject, int object) {}
}
