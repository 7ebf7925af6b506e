package org.newsreel.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.pair.PairConfig;

class PairCalibrationTest {
    private static final PairConfig CONFIG = PairConfig.mnre(new BertConfig(100, 64, 16, 2, 2, 32, 0.1, 1e-12, 0));
    private static final int LABELS = CONFIG.relations().size();
    private static final int NONE = CONFIG.relations().indexOf(PairConfig.NONE);

    private final List<float[]> logits = new ArrayList<>();
    private final int[] gold = new int[4000];

    /** Labels drawn from probabilities whose logits are then stretched, with a lean towards None. */
    private void draw(double stretch, double lean) {
        Random random = new Random(6);
        for (int i = 0; i < gold.length; i++) {
            float[] row = new float[LABELS];
            double sum = 0;
            for (int r = 0; r < LABELS; r++) {
                row[r] = (float) (3 * random.nextGaussian());
                sum += Math.exp(row[r]);
            }
            double at = random.nextDouble() * sum;
            int label = 0;
            while (label < LABELS - 1 && at >= Math.exp(row[label])) {
                at -= Math.exp(row[label++]);
            }
            gold[i] = label;
            for (int r = 0; r < LABELS; r++) {
                row[r] *= (float) stretch;
            }
            row[NONE] += (float) lean;
            logits.add(row);
        }
    }

    @Test
    void theTemperatureUndoesAStretchAndTheErrorFalls() {
        draw(2, 0);
        PairConfig fitted = PairCalibration.fit(CONFIG, logits, gold);

        assertThat(fitted.temperature()).isCloseTo(2, within(0.1));
        assertThat(PairCalibration.error(fitted.calibrated(fitted.temperature(), 0), logits, gold))
                .isLessThan(0.03)
                .isLessThan(PairCalibration.error(CONFIG, logits, gold) / 3);
    }

    @Test
    void theBiasOfNoneWinsBackWhatALeanCosts() {
        draw(1, 1.5);
        PairConfig fitted = PairCalibration.fit(CONFIG, logits, gold);

        assertThat(fitted.noneBias()).isLessThan(-0.5);
        assertThat(PairCalibration.measure(fitted, logits, gold).score().f1())
                .isGreaterThan(
                        PairCalibration.measure(CONFIG, logits, gold).score().f1());
    }

    @Test
    void relationsAreCountedWithoutNone() {
        PairMetric metric = new PairMetric(2);
        metric.add(0, 0);
        metric.add(0, 1);
        metric.add(1, 2);
        metric.add(2, 0);
        metric.add(2, 2);

        assertThat(metric.accuracy()).isEqualTo(40);
        assertThat(metric.score().precision()).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(metric.score().recall()).isCloseTo(100.0 / 3, within(1e-9));
    }
}
