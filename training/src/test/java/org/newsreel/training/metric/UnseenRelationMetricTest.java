package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.newsreel.training.metric.MadeClaims.relation;
import static org.newsreel.training.metric.MadeClaims.side;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.RelationLabels;

class UnseenRelationMetricTest {
    private static final RelationLabels LABELS =
            new RelationLabels(List.of("PER-ORG_member", "PER-PER_couple", "PER-LOC_birth"));
    private static final Map<String, Set<Span>> CHAINS = Map.of(
            "a",
            Set.of(new Span(0, 3)),
            "b",
            Set.of(new Span(4, 6)),
            "o",
            Set.of(new Span(8, 9)),
            "l",
            Set.of(new Span(12, 15)));
    private static final Map<String, Set<String>> NAMES =
            Map.of("a", Set.of("Ann", "she"), "b", Set.of("Bo"), "o", Set.of("Acme"), "l", Set.of("Oslo"));

    private static Score score(UnseenRelationMetric metric) {
        metric.add(
                side(
                        CHAINS,
                        relation("PER-ORG_member", "a", "o"),
                        relation("PER-PER_couple", "a", "b"),
                        relation("PER-LOC_birth", "b", "l")),
                NAMES,
                side(
                        CHAINS,
                        relation("PER-ORG_member", "a", "o"),
                        relation("PER-PER_couple", "b", "a"),
                        relation("PER-LOC_birth", "a", "l")));
        return metric.score();
    }

    @Test
    void withoutTrainingItIsTheOrdinaryScore() {
        Score score = score(new UnseenRelationMetric(LABELS));
        assertThat(score.precision()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(score.recall()).isCloseTo(200 / 3.0, within(1e-9));
    }

    @Test
    void whatTrainingSaidOfTheSameNamesDoesNotCountAsRight() {
        UnseenRelationMetric metric = new UnseenRelationMetric(LABELS);
        metric.see(
                List.of(relation("PER-ORG_member", "x", "y")), Map.of("x", Set.of("Ann"), "y", Set.of("Acme", "it")));

        // Of three found, one is known; of the other two, one is right. All three gold ones stay.
        Score score = score(metric);
        assertThat(score.precision()).isCloseTo(50, within(1e-9));
        assertThat(score.recall()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(score.f1()).isCloseTo(400 / 7.0, within(1e-9));
    }

    @Test
    void aSymmetricTypeIsSeenBothWaysAndAnyOtherTypeOrDirectionIsNotSeen() {
        UnseenRelationMetric couple = new UnseenRelationMetric(LABELS);
        couple.see(List.of(relation("PER-PER_couple", "x", "y")), Map.of("x", Set.of("Bo"), "y", Set.of("Ann")));
        assertThat(score(couple).precision()).isCloseTo(50, within(1e-9));

        UnseenRelationMetric other = new UnseenRelationMetric(LABELS);
        other.see(List.of(relation("PER-ORG_member", "y", "x")), Map.of("x", Set.of("Ann"), "y", Set.of("Acme")));
        other.see(List.of(relation("PER-LOC_birth", "x", "y")), Map.of("x", Set.of("Ann"), "y", Set.of("Acme")));
        assertThat(score(other).precision()).isCloseTo(200 / 3.0, within(1e-9));
    }
}
