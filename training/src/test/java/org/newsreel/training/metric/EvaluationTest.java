package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

class EvaluationTest {
    private static Mention mention(EntityType type, int start, int end) {
        return new Mention("m" + start, type, start, end, "x".repeat(end - start), 1);
    }

    private static Relation relation(String type, String subject, String object) {
        return new Relation("r", type, subject, object, 1, List.of(EvidenceRef.ofMention("m0", 1)));
    }

    @Test
    void anEntityNeedsItsExactSpanAndType() {
        EntityMetric metric = new EntityMetric();
        metric.add(
                List.of(mention(EntityType.PER, 0, 3), mention(EntityType.LOC, 5, 8), mention(EntityType.ORG, 9, 12)),
                List.of(mention(EntityType.PER, 0, 3), mention(EntityType.ORG, 5, 8)));

        assertThat(metric.score().precision()).isCloseTo(50, within(1e-9));
        assertThat(metric.score().recall()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(metric.score().f1()).isCloseTo(40, within(1e-9));
    }

    @Test
    void aRelationNeedsItsTypeItsDirectionAndASharedMentionOnBothSides() {
        Map<String, Set<Span>> gold = Map.of("a", Set.of(new Span(0, 1), new Span(4, 5)), "b", Set.of(new Span(2, 3)));
        Map<String, Set<Span>> found = Map.of("x", Set.of(new Span(4, 5)), "y", Set.of(new Span(2, 3)));
        List<Relation> truth = List.of(relation("PER-PER_parents", "a", "b"));

        assertThat(score(truth, gold, List.of(relation("PER-PER_parents", "x", "y")), found))
                .isEqualTo(100);
        assertThat(score(truth, gold, List.of(relation("PER-PER_parents", "y", "x")), found))
                .isZero();
        assertThat(score(truth, gold, List.of(relation("PER-PER_couple", "x", "y")), found))
                .isZero();
        List<Relation> couple = List.of(relation("PER-PER_couple", "a", "b"));
        assertThat(score(couple, gold, List.of(relation("PER-PER_couple", "y", "x")), found))
                .isEqualTo(100);
    }

    private static double score(
            List<Relation> gold, Map<String, Set<Span>> chains, List<Relation> found, Map<String, Set<Span>> others) {
        RelationMetric metric = new RelationMetric(new RelationLabels(List.of("PER-PER_parents", "PER-PER_couple")));
        metric.add(new RelationMetric.Side(gold, chains), new RelationMetric.Side(found, others));
        return metric.score().f1();
    }
}
