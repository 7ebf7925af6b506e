package org.newsreel.training.metric;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.Relation;

/**
 * When two relations say the same, as M3D counts: their types are equal and each chain of one shares a mention with the
 * chain of the other that stands in its place. A symmetric type may be turned.
 *
 * @param labels says which types are symmetric
 */
record RelationMatch(RelationLabels labels) {
    boolean matches(
            Relation one, Map<String, Set<Span>> oneChains, Relation other, Map<String, Set<Span>> otherChains) {
        if (!one.type().equals(other.type())) {
            return false;
        }
        Set<Span> subject = oneChains.get(one.subject());
        Set<Span> object = oneChains.get(one.object());
        Set<Span> otherSubject = otherChains.get(other.subject());
        Set<Span> otherObject = otherChains.get(other.object());
        int type = labels.indexOf(one.type());
        return meet(subject, otherSubject) && meet(object, otherObject)
                || type >= 0 && labels.symmetric(type) && meet(subject, otherObject) && meet(object, otherSubject);
    }

    private static boolean meet(Set<Span> a, Set<Span> b) {
        return !Collections.disjoint(a, b);
    }
}
