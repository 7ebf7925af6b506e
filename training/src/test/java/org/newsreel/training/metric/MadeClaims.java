package org.newsreel.training.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/** Short ways to claims for tests. */
final class MadeClaims {
    private MadeClaims() {}

    static Mention mention(EntityType type, int start, String text) {
        return new Mention("m" + start, type, start, start + text.length(), text, 1);
    }

    static Mention person(int start, String text) {
        return mention(EntityType.PER, start, text);
    }

    /** A chain of mentions that were made here, by their starts. */
    static EntityChain chain(String id, int... starts) {
        List<String> mentions =
                java.util.Arrays.stream(starts).mapToObj(s -> "m" + s).toList();
        return new EntityChain(id, EntityType.PER, id, mentions);
    }

    static Relation relation(String type, String subject, String object, double confidence) {
        return new Relation("r", type, subject, object, confidence, List.of(EvidenceRef.ofMention("m0", 1)));
    }

    static Relation relation(String type, String subject, String object) {
        return relation(type, subject, object, 1);
    }

    static RelationMetric.Side side(Map<String, Set<Span>> chains, Relation... relations) {
        return new RelationMetric.Side(List.of(relations), chains);
    }
}
