package org.newsreel.training.metric;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.newsreel.ontology.claim.Relation;

/**
 * Relations as M3D counts them: a relation is right when one of the other side has its type and each of its chains shares
 * a mention with that one's. A symmetric type may be turned.
 */
public final class RelationMetric {
    /** Relations with the spans of the chains that they name. */
    public record Side(List<Relation> relations, Map<String, Set<Span>> chains) {}

    private final Tally tally = new Tally();
    private final Predicate<String> symmetric;

    /** A metric that takes the types that {@code symmetric} accepts for symmetric. */
    public RelationMetric(Predicate<String> symmetric) {
        this.symmetric = symmetric;
    }

    /** Adds a document. */
    public void add(Side gold, Side found) {
        tally.precision(matched(found, gold), found.relations().size());
        tally.recall(matched(gold, found), gold.relations().size());
    }

    private long matched(Side ones, Side others) {
        return ones.relations().stream()
                .filter(one -> others.relations().stream().anyMatch(other -> matches(one, ones, other, others)))
                .count();
    }

    private boolean matches(Relation one, Side ones, Relation other, Side others) {
        if (!one.type().equals(other.type())) {
            return false;
        }
        Set<Span> subject = ones.chains().get(one.subject());
        Set<Span> object = ones.chains().get(one.object());
        Set<Span> otherSubject = others.chains().get(other.subject());
        Set<Span> otherObject = others.chains().get(other.object());
        return meet(subject, otherSubject) && meet(object, otherObject)
                || symmetric.test(one.type()) && meet(subject, otherObject) && meet(object, otherSubject);
    }

    private static boolean meet(Set<Span> a, Set<Span> b) {
        return !Collections.disjoint(a, b);
    }

    public Score score() {
        return tally.score();
    }
}
