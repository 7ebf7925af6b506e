package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TagMetricTest {
    private static final int B0 = 1;
    private static final int I0 = 2;
    private static final int B1 = 3;
    private static final int I1 = 4;

    @Test
    void aRunIsRightWhenItsEndsAndItsTypeAre() {
        TagMetric metric = new TagMetric();
        // Found: the first as it is, the second too short, the third of another type.
        metric.add(new int[] {B0, I0, 0, B1, I1, 0, B0}, new int[] {B0, I0, 0, B1, 0, 0, B1});
        assertThat(metric.score().precision()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(metric.score().recall()).isCloseTo(100.0 / 3, within(1e-9));
    }

    @Test
    void twoRunsThatTouchAreTwoAndAnInsideWithoutItsBeginningBeginsOne() {
        TagMetric metric = new TagMetric();
        metric.add(new int[] {B0, B0, I0}, new int[] {I0, B0, I0});
        assertThat(metric.score().f1()).isEqualTo(100);
        metric.add(new int[] {B0, I1}, new int[] {B0, B1});
        assertThat(metric.score().f1()).isEqualTo(100);
    }
}
