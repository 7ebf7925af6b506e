package org.newsreel.kg.merge;

import java.util.List;

/**
 * A link to an enterprise's own entity.
 *
 * @param entity IRI of an entity of the graph
 * @param own IRI of the enterprise's
 * @param name what the enterprise calls it
 * @param score how likely the two are one, in [0, 1]
 * @param reasons what speaks for it and against
 * @param accepted whether it counts without a person's word
 */
public record OwnLink(String entity, String own, String name, double score, List<String> reasons, boolean accepted) {
    public OwnLink {
        reasons = reasons.stream().distinct().sorted().toList();
    }
}
