package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.model.NetworkCalibration;

class NetworkFitTest {
    @Test
    void anOverconfidentNetworkIsBelievedAsOftenAsItIsRight() {
        List<float[]> logits = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            // As good as sure of label 1, and right in three of four.
            logits.add(new float[] {0, 8});
            gold.add(i % 4 == 0 ? 0 : 1);
        }

        NetworkCalibration fitted = NetworkFit.of(logits, gold, 0);

        // 1 / (1 + exp(-8 / T)) = 3 / 4 at T = 8 / ln 3 = 7.3; the range ends at 5.
        assertThat(fitted.temperature()).isCloseTo(5, within(1e-9));
        assertThat(fitted.precision()).isCloseTo(0.75, within(1e-9));

        for (int i = 0; i < logits.size(); i++) {
            logits.set(i, new float[] {0, 3});
        }
        NetworkCalibration milder = NetworkFit.of(logits, gold, 0);
        assertThat(milder.temperature()).isCloseTo(3 / Math.log(3), within(0.05));
        assertThat(milder.probabilities(new float[] {0, 3})[1]).isCloseTo(0.75, within(0.01));
    }

    @Test
    void theThresholdPartsWhatIsRightFromWhatIsNot() {
        List<float[]> logits = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean relation = i % 3 == 0;
            // Likelier than none in both cases, but more so where it is right.
            logits.add(new float[] {0, relation ? 2f : 0.3f});
            gold.add(relation ? 1 : 0);
        }

        NetworkCalibration fitted = NetworkFit.of(logits, gold, 0);

        assertThat(fitted.threshold())
                .isGreaterThan(fitted.probabilities(new float[] {0, 0.3f})[1])
                .isLessThan(fitted.probabilities(new float[] {0, 2f})[1]);
        assertThat(fitted.precision()).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothingIsFittedToNothing() {
        assertThat(NetworkFit.of(List.of(), List.of(), 0)).isEqualTo(NetworkCalibration.NONE);
    }
}
