package org.newsreel.kg.merge;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What is known of two entities' being one.
 *
 * @param one the lesser IRI
 * @param other the greater IRI
 * @param score in [0, 1]
 * @param reasons what spoke for it and against, sorted
 * @param review what a person decided: one or two
 */
record Link(Node one, Node other, double score, List<String> reasons, Optional<Boolean> review) {
    Link {
        if (one.getURI().compareTo(other.getURI()) >= 0) {
            throw new IllegalArgumentException(one + " must come before " + other);
        }
        reasons = reasons.stream().distinct().sorted().toList();
    }

    /** Whether the two should be one as far as they alone are concerned. */
    boolean joins(double threshold) {
        return review.orElse(score >= threshold);
    }

    Node opposite(Node entity) {
        return entity.equals(one) ? other : one;
    }
}
