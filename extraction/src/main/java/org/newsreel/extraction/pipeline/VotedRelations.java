package org.newsreel.extraction.pipeline;

import java.util.List;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/**
 * The relations of an item.
 *
 * @param regions those that were known, then parts of frames that relations rest on
 */
record VotedRelations(List<Relation> relations, List<Region> regions) {}
