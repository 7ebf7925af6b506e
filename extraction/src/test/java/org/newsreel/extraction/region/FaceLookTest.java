package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceLookTest {
    private static final int[] FLAT = new int[FaceLook.SIDE * FaceLook.SIDE];

    private static FaceLook stripes(int direction) {
        return FaceLook.of(IntStream.range(0, FLAT.length)
                .map(i -> (direction == 0 ? i % FaceLook.SIDE : i / FaceLook.SIDE) / 3 % 2 * 100)
                .toArray());
    }

    @Test
    void doesNotChangeWithBrightnessOrContrast() {
        int[] points = IntStream.range(0, FLAT.length).map(i -> i * 7919 % 61).toArray();
        int[] brighter = IntStream.of(points).map(p -> 20 + 3 * p).toArray();
        assertThat(FaceLook.of(points).distance(FaceLook.of(brighter))).isZero();
        assertThat(FaceLook.of(points)).isEqualTo(FaceLook.of(brighter)).hasSameHashCodeAs(FaceLook.of(brighter));
    }

    @Test
    void measuresFromNoughtForTheSameToOneForNothingInCommon() {
        assertThat(stripes(0).distance(stripes(0))).isZero();
        assertThat(stripes(0).distance(stripes(1))).isEqualTo(stripes(1).distance(stripes(0)));
        // A falling slope has other patterns than a rising one at every point.
        int[] rising =
                IntStream.range(0, FLAT.length).map(i -> i % FaceLook.SIDE).toArray();
        int[] falling = IntStream.of(rising).map(p -> 99 - p).toArray();
        assertThat(FaceLook.of(rising).distance(FaceLook.of(falling))).isCloseTo(1, within(1e-9));
    }

    @Test
    void keepsItsCountsToItself() {
        assertThat(stripes(0).toString()).isEqualTo("FaceLook");
    }
}
