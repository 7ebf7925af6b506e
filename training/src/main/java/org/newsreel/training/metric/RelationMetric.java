package org.newsreel.training.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.Relation;

/**
 * Relations as M3D counts them: a relation is right when one of the other side has its type and each of its chains shares
 * a mention with that one's. A symmetric type may be turned.
 */
public final class RelationMetric {
    /** Relations with the spans of the chains that they name. */
    public record Side(List<Relation> relations, Map<String, Set<Span>> chains) {}

    private final Tally tally = new Tally();
    private final RelationMatch match;

    /** A metric for relations of these types. */
    public RelationMetric(RelationLabels labels) {
        this.match = new RelationMatch(labels);
    }

    /** Adds a document. */
    public void add(Side gold, Side found) {
        tally.precision(matched(found, gold), found.relations().size());
        tally.recall(matched(gold, found), gold.relations().size());
    }

    private long matched(Side ones, Side others) {
        return ones.relations().stream()
                .filter(one -> others.relations().stream()
                        .anyMatch(other -> match.matches(one, ones.chains(), other, others.chains())))
                .count();
    }

    public Score score() {
        return tally.score();
    }
}
