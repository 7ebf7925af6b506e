package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

class NameMetricTest {
    private static Region at(double second, String chain) {
        return new Region(
                "g",
                EntityType.PER,
                "v0",
                (int) (25 * second),
                OptionalDouble.of(second),
                new Box(0, 0, 1, 1),
                Optional.of(chain),
                0.9,
                Optional.empty());
    }

    @Test
    void knowsANameByTheHashOfItsSurname() {
        assertThat(NameMetric.is("Ada van Quillon-Osmar", NameMetric.hash("quillon")))
                .isTrue();
        assertThat(NameMetric.is("Ada Quill", NameMetric.hash("quillon"))).isFalse();
    }

    @Test
    void countsWrongNamesAgainstPrecisionAndUnnamedSecondsAgainstRecall() {
        NameMetric metric = NameMetric.mdocre();
        List<EntityChain> chains = List.of(
                new EntityChain("c0", EntityType.PER, "Bert Osmar", List.of("m0")),
                new EntityChain("c1", EntityType.PER, "Unidentified person 1", List.of()));
        metric.add(
                "9005",
                new SeenRegions(List.of(at(40, "c0"), at(41, "c1"), at(5, "c0")), chains, List.of(), List.of()),
                List.of());
        assertThat(metric.named()).isEqualTo(1);
        assertThat(metric.score().precision()).isZero();
        assertThat(metric.score().recall()).isZero();
        assertThat(metric.reliability().error()).isCloseTo(0.9, within(1e-9));
    }
}
