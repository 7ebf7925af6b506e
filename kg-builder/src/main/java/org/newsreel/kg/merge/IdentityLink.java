package org.newsreel.kg.merge;

import java.util.List;
import java.util.Optional;

/**
 * A pair of entities for people to review.
 *
 * @param one IRI of an entity
 * @param other IRI of the other
 * @param name a name of the one
 * @param otherName a name of the other
 * @param score how likely they are one, in [0, 1]
 * @param status {@code merged}, {@code apart} (likely enough, but something excludes it) or {@code possible}
 * @param reasons what speaks for it and against
 * @param decision {@link Decision#SAME} or {@link Decision#DIFFERENT}, where a person decided
 */
public record IdentityLink(
        String one,
        String other,
        String name,
        String otherName,
        double score,
        String status,
        List<String> reasons,
        Optional<Decision> decision) {
    public IdentityLink {
        reasons = List.copyOf(reasons);
    }
}
