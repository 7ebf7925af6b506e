package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainMetricTest {
    private static Set<Span> chain(int... starts) {
        Set<Span> spans = new HashSet<>();
        for (int start : starts) {
            spans.add(new Span(start, start + 1));
        }
        return spans;
    }

    @Test
    void perfectChainsScoreHundred() {
        ChainMetric metric = new ChainMetric();
        metric.add(List.of(chain(1, 2), chain(3)), List.of(chain(3), chain(1, 2)));

        assertThat(metric.f1()).isCloseTo(100, within(1e-9));
    }

    /** Gold {1,2,3} {4,5,6,7}; found {1,2} {3,4,5} {6,7}: the worked example of Pradhan et al. 2014, without extras. */
    @Test
    void aWorkedExample() {
        ChainMetric metric = new ChainMetric();
        metric.add(List.of(chain(1, 2, 3), chain(4, 5, 6, 7)), List.of(chain(1, 2), chain(3, 4, 5), chain(6, 7)));

        // MUC: gold links 2 + 3, of which (3 - 2) + (4 - 2) = 3; found links 1 + 2 + 1, of which 1 + 1 + 1 = 3.
        assertThat(metric.muc().recall()).isCloseTo(60, within(1e-9));
        assertThat(metric.muc().precision()).isCloseTo(75, within(1e-9));
        // B3 recall: (2*2/3 + 1*1/3 + 2*2/4 + 2*2/4) / 7 = 3.6667/7; precision: (2 + 1/3 + 2*2/3 + 2) / 7.
        assertThat(metric.bCubed().recall()).isCloseTo(100 * (4.0 / 3 + 1.0 / 3 + 2) / 7, within(1e-9));
        assertThat(metric.bCubed().precision()).isCloseTo(100 * (2 + 1.0 / 3 + 4.0 / 3 + 2) / 7, within(1e-9));
        // CEAF-e: {1,2,3}-{1,2} gives 4/5; {4,5,6,7}-{6,7} gives 4/6 or -{3,4,5} 4/7; best 0.8 + 0.6667.
        assertThat(metric.ceaf().recall()).isCloseTo(100 * (0.8 + 4.0 / 6) / 2, within(1e-9));
        assertThat(metric.ceaf().precision()).isCloseTo(100 * (0.8 + 4.0 / 6) / 3, within(1e-9));
    }

    @Test
    void aMissedMentionCostsRecallOnly() {
        ChainMetric metric = new ChainMetric();
        metric.add(List.of(chain(1, 2), chain(3)), List.of(chain(1, 2)));

        assertThat(metric.bCubed().precision()).isCloseTo(100, within(1e-9));
        assertThat(metric.bCubed().recall()).isCloseTo(100 * 2.0 / 3, within(1e-9));
        assertThat(metric.ceaf().recall()).isCloseTo(50, within(1e-9));
    }

    @Test
    void nothingFoundScoresNothingAndDoesNotFail() {
        ChainMetric metric = new ChainMetric();
        metric.add(List.of(chain(1, 2)), List.of());

        assertThat(metric.f1()).isZero();
    }
}
