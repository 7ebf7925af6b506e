package org.newsreel.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

class FrameEvidenceTest {
    private static final Relation RELATION = new Relation(
            "r0",
            "PER-ORG_member",
            "c0",
            "c1",
            0.9,
            List.of(EvidenceRef.ofMention("m0", 0.75), EvidenceRef.ofMention("m1", 0.25)));

    private static Region region(int number, String chain, double confidence) {
        return new Region(
                "g" + number,
                EntityType.PER,
                "v0",
                number * 24,
                OptionalDouble.of(number),
                new Box(0.1, 0.1, 0.2, 0.2),
                Optional.ofNullable(chain),
                confidence,
                Optional.empty());
    }

    private static Relation add(Region... regions) {
        return FrameEvidence.add(List.of(RELATION), List.of(regions)).get(0);
    }

    @Test
    void wordsKeepFourFifthsAndRegionsShareTheRestByConfidence() {
        Relation relation = add(region(0, "c0", 0.6), region(1, "c1", 0.2));

        assertThat(relation.evidence())
                .containsExactly(
                        EvidenceRef.ofMention("m0", 0.6),
                        EvidenceRef.ofMention("m1", 0.2),
                        EvidenceRef.ofRegion("g0", 0.15),
                        EvidenceRef.ofRegion("g1", 0.05));
        assertThat(relation.confidence()).isEqualTo(0.9);
    }

    @Test
    void theThreeSurestRegionsOfAnArgumentCount() {
        Relation relation = add(
                region(0, "c0", 0.5),
                region(1, "c0", 0.9),
                region(2, "c0", 0.5),
                region(3, "c0", 0.7),
                region(4, "c0", 0.5));

        assertThat(relation.evidence().stream().flatMap(e -> e.region().stream()))
                .containsExactly("g1", "g3", "g0");
        assertThat(relation.evidence().stream().mapToDouble(EvidenceRef::weight).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void relationsWithoutARegionStayAsTheyAre() {
        assertThat(add(region(0, "c2", 0.9), region(1, null, 0.9), region(2, "c0", 0)))
                .isEqualTo(RELATION);
    }
}
