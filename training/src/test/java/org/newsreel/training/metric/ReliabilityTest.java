package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    /** Two claims at 0.9 and 1, one right: |0.95 - 0.5| of two; two at 0.25, one right: |0.25 - 0.5| of two. */
    @Test
    void theErrorIsTheMeanDifferenceByBins() {
        Reliability reliability = new Reliability();
        reliability.add(0.9, true);
        reliability.add(1, false);
        reliability.add(0.25, true);
        reliability.add(0.25, false);

        assertThat(reliability.error()).isCloseTo((0.45 * 2 + 0.25 * 2) / 4, within(1e-12));
        assertThat(reliability.bins()).hasSize(10);
        assertThat(reliability.bins().get(9).count()).isEqualTo(2);
        assertThat(reliability.bins().get(9).right()).isEqualTo(0.5);
        assertThat(reliability.bins().get(2).confidence()).isEqualTo(0.25);
        assertThat(reliability.bins().get(0).count()).isZero();
    }

    @Test
    void confidencesThatComeTrueHaveHardlyAnError() {
        Reliability reliability = new Reliability();
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            double confidence = random.nextDouble();
            reliability.add(confidence, random.nextDouble() < confidence);
        }
        assertThat(reliability.error()).isLessThan(0.01);
        assertThat(reliability.count()).isEqualTo(100_000);
    }

    @Test
    void nothingClaimedIsNoError() {
        assertThat(new Reliability().error()).isZero();
    }

    @Test
    void aConfidenceOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new Reliability().add(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reliability().add(1.1, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
