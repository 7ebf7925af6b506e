package org.newsreel.training.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.newsreel.ontology.claim.Relation;

/**
 * Why relations are wrong, seen from either side: what is found is compared with all that is annotated between chains that
 * share a mention with its own, and the other way round.
 */
public final class RelationErrors {
    /** What became of a relation on the other side. */
    public enum Kind {
        RIGHT,
        /** There with its type, but turned. */
        DIRECTION,
        /** The two chains are related by another type, in whichever direction. */
        TYPE,
        /** One of its chains has no mention in common with any chain of the other side. */
        ARGUMENT,
        /** Its chains are there and are not related: spurious when found, missed when annotated. */
        PAIR
    }

    private final Predicate<String> symmetric;
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> gold = new EnumMap<>(Kind.class);

    /** Errors where the types that {@code symmetric} accepts may be turned. */
    public RelationErrors(Predicate<String> symmetric) {
        this.symmetric = symmetric;
    }

    /** Adds a document. */
    public void add(RelationMetric.Side annotated, RelationMetric.Side given) {
        given.relations().forEach(r -> found.merge(kind(r, given, annotated), 1, Integer::sum));
        annotated.relations().forEach(r -> gold.merge(kind(r, annotated, given), 1, Integer::sum));
    }

    /** What becomes of a relation of one side on the other. */
    Kind kind(Relation relation, RelationMetric.Side own, RelationMetric.Side others) {
        Set<Span> subject = own.chains().get(relation.subject());
        Set<Span> object = own.chains().get(relation.object());
        Kind best = Kind.PAIR;
        for (Relation other : others.relations()) {
            Set<Span> otherSubject = others.chains().get(other.subject());
            Set<Span> otherObject = others.chains().get(other.object());
            boolean straight = meet(subject, otherSubject) && meet(object, otherObject);
            boolean turned = meet(subject, otherObject) && meet(object, otherSubject);
            boolean sameType = relation.type().equals(other.type());
            Kind kind = Kind.PAIR;
            if (sameType && (straight || turned && symmetric.test(relation.type()))) {
                kind = Kind.RIGHT;
            } else if (sameType && turned) {
                kind = Kind.DIRECTION;
            } else if (straight || turned) {
                kind = Kind.TYPE;
            }
            best = kind.compareTo(best) < 0 ? kind : best;
        }
        boolean related = best != Kind.PAIR;
        boolean there = isThere(subject, others.chains().values())
                && isThere(object, others.chains().values());
        return related || there ? best : Kind.ARGUMENT;
    }

    private static boolean isThere(Set<Span> chain, Collection<Set<Span>> others) {
        return others.stream().anyMatch(other -> meet(chain, other));
    }

    private static boolean meet(Set<Span> a, Set<Span> b) {
        return !Collections.disjoint(a, b);
    }

    /** Of the relations found, how many there are of each kind. */
    public Map<Kind, Integer> found() {
        return all(found);
    }

    /** Of the relations annotated, how many there are of each kind. */
    public Map<Kind, Integer> gold() {
        return all(gold);
    }

    private static Map<Kind, Integer> all(Map<Kind, Integer> counts) {
        Map<Kind, Integer> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, counts.getOrDefault(kind, 0));
        }
        return all;
    }
}
