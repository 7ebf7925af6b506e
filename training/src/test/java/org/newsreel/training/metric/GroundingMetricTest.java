package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

class GroundingMetricTest {
    private static Region region(EntityType type, int frame, double x, double width) {
        return new Region(
                "r",
                type,
                "v0",
                frame,
                OptionalDouble.empty(),
                new Box(x, 0, width, 0.5),
                Optional.empty(),
                1,
                Optional.empty());
    }

    private static Score score(List<Region> gold, List<Region> found) {
        GroundingMetric metric = new GroundingMetric();
        metric.add(gold, found);
        return metric.score();
    }

    @Test
    void aRegionNeedsItsFrameItsTypeAndMoreThanHalfOverlap() {
        List<Region> gold = List.of(region(EntityType.PER, 3, 0, 0.4));

        // Widths 0.4 and 0.3 from one edge: 3/4.
        assertThat(score(gold, List.of(region(EntityType.PER, 3, 0, 0.3))).f1()).isEqualTo(100);
        // Widths 0.4 and 0.2: half exactly is not more than half.
        assertThat(score(gold, List.of(region(EntityType.PER, 3, 0, 0.2))).f1()).isZero();
        assertThat(score(gold, List.of(region(EntityType.ORG, 3, 0, 0.4))).f1()).isZero();
        assertThat(score(gold, List.of(region(EntityType.PER, 4, 0, 0.4))).f1()).isZero();
        assertThat(score(gold, List.of()).f1()).isZero();
    }

    @Test
    void eachGoldRegionIsFoundOnceAndSoThatMostAre() {
        // The first found one overlaps both gold ones (0.7 of each), the second only the left one.
        Region left = region(EntityType.PER, 0, 0.1, 0.4);
        Region right = region(EntityType.PER, 0, 0.2, 0.4);
        Region between = region(EntityType.PER, 0, 0.15, 0.4);
        Region low = region(EntityType.PER, 0, 0.05, 0.4);

        assertThat(score(List.of(left, right), List.of(between, low)).f1()).isEqualTo(100);
        Score twice = score(List.of(left), List.of(left, between));
        assertThat(twice.precision()).isCloseTo(50, within(1e-9));
        assertThat(twice.recall()).isCloseTo(100, within(1e-9));
    }
}
