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

class RegionMetricTest {
    private static Region region(EntityType type, int frame, double x, double confidence) {
        return new Region(
                "g",
                type,
                "v0",
                frame,
                OptionalDouble.of(frame),
                new Box(x, 0, 0.4, 1),
                Optional.empty(),
                confidence,
                Optional.empty());
    }

    @Test
    void countsTypesAndPlacesInAnnotatedFramesOnly() {
        RegionMetric metric = new RegionMetric();
        metric.add(
                List.of(region(EntityType.PER, 25, 0, 1), region(EntityType.LOC, 50, 0, 1)),
                List.of(
                        region(EntityType.PER, 25, 0.05, 0.9),
                        region(EntityType.PER, 25, 0.5, 0.6),
                        region(EntityType.MISC, 50, 0, 0.3),
                        region(EntityType.PER, 75, 0, 0.9)));
        assertThat(metric.found()).isEqualTo(3);
        assertThat(metric.annotated()).isEqualTo(2);
        assertThat(metric.score().precision()).isCloseTo(100 / 3.0, within(1e-9));
        assertThat(metric.score().recall()).isEqualTo(50);
        assertThat(metric.byType().get(EntityType.PER).precision()).isEqualTo(50);
        assertThat(metric.byType().get(EntityType.PER).recall()).isEqualTo(100);
        assertThat(metric.byType().get(EntityType.LOC).recall()).isZero();
        assertThat(metric.byType()).doesNotContainKey(EntityType.ORG);
        assertThat(metric.reliability().error()).isCloseTo((0.1 + 0.6 + 0.3) / 3, within(1e-9));
    }
}
