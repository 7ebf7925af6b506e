package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.ontology.claim.EntityType;

/** M3D eq. 15: the network's loss against all tag sequences, and its gradient against finite differences. */
class CrfLossTest {
    private static final int TAGS = 5;

    @Test
    void theLossAndItsGradientEqualThoseOverAllSequences() {
        BertConfig tiny = new BertConfig(20, 8, 8, 1, 1, 8, 0, 1e-12, 0);
        TextNetworkConfig config = new TextNetworkConfig(
                tiny,
                List.of(LabelSpace.of("x", List.of(EntityType.PER, EntityType.LOC), List.of("PER-LOC_birth"))),
                8,
                2,
                4,
                8,
                4,
                2,
                0.5);
        Random random = new Random(2);
        int[][] gold = {{1, 2, 0, 3}, {0, 1, 0, 0}};
        int[] lengths = {4, 2};
        float[] emissions = new float[2 * 4 * TAGS];
        for (int i = 0; i < emissions.length; i++) {
            emissions[i] = (float) random.nextGaussian();
        }
        try (TextNetwork network = new TextNetwork(config, Precision.FP32, Device.cpu());
                NDManager manager = network.manager().newSubManager()) {
            CrfScores crf = network.crfScores("x");
            NDArray e = manager.create(emissions, new Shape(2, 4, TAGS));
            e.setRequiresGradient(true);
            long[] tags = new long[8];
            float[] mask = new float[8];
            for (int r = 0; r < 2; r++) {
                for (int i = 0; i < lengths[r]; i++) {
                    tags[r * 4 + i] = gold[r][i];
                    mask[r * 4 + i] = 1;
                }
            }
            float[] loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray nll = network.crfLoss(
                        manager, "x", e, manager.create(tags, new Shape(2, 4)), manager.create(mask, new Shape(2, 4)));
                loss = nll.toFloatArray();
                collector.backward(nll.sum());
            }
            float[] gradient = e.getGradient().toFloatArray();
            for (int r = 0; r < 2; r++) {
                assertThat((double) loss[r]).isCloseTo(loss(crf, emissions, r, gold[r], lengths[r]), within(1e-4));
            }
            double step = 1e-2;
            for (int i = 0; i < emissions.length; i++) {
                int r = i / (4 * TAGS);
                float before = emissions[i];
                emissions[i] = (float) (before + step);
                double up = loss(crf, emissions, r, gold[r], lengths[r]);
                emissions[i] = (float) (before - step);
                double down = loss(crf, emissions, r, gold[r], lengths[r]);
                emissions[i] = before;
                assertThat((double) gradient[i]).as("value %d", i).isCloseTo((up - down) / (2 * step), within(1e-3));
            }
        }
    }

    private static double loss(CrfScores crf, float[] emissions, int row, int[] gold, int length) {
        double[] all = new double[(int) Math.pow(TAGS, length)];
        for (int code = 0; code < all.length; code++) {
            int[] tags = new int[length];
            for (int i = 0, rest = code; i < length; i++, rest /= TAGS) {
                tags[i] = rest % TAGS;
            }
            all[code] = score(crf, emissions, row, tags, length);
        }
        return CrfScores.logSumExp(all) - score(crf, emissions, row, gold, length);
    }

    private static double score(CrfScores crf, float[] emissions, int row, int[] tags, int length) {
        double score = crf.start()[tags[0]] + crf.end()[tags[length - 1]];
        for (int i = 0; i < length; i++) {
            score += emissions[(row * 4 + i) * TAGS + tags[i]];
            score += i == 0 ? 0 : crf.transitions()[tags[i - 1] * TAGS + tags[i]];
        }
        return score;
    }
}
