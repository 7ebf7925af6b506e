package org.newsreel.extraction.pipeline;

import java.util.List;
import java.util.Map;
import org.newsreel.extraction.voter.Looked;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/**
 * The relations of an item.
 *
 * @param regions those that were known, then parts of frames that relations rest on
 * @param looks what networks say of how they came to a relation, by its id
 */
record VotedRelations(List<Relation> relations, List<Region> regions, Map<String, List<Looked>> looks) {
    /** Told by words alone. */
    VotedRelations(List<Relation> relations, List<Region> regions) {
        this(relations, regions, Map.of());
    }
}
