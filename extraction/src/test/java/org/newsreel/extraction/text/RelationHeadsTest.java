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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.WordStates;
import org.newsreel.ontology.claim.EntityType;

/** ATLOP's equations as the network computes them, against plain Java. */
class RelationHeadsTest {
    private static final int D = 8;
    private static final int HEADS = 2;

    private final Random random = new Random(11);
    private TextNetwork network;
    private NDManager manager;

    @BeforeEach
    void open() {
        Engine.getInstance().setRandomSeed(3);
        BertConfig tiny = new BertConfig(20, 8, D, 1, HEADS, 8, 0, 1e-12, 0);
        network = new TextNetwork(
                new TextNetworkConfig(
                        tiny,
                        List.of(LabelSpace.of("x", List.of(EntityType.PER), List.of("a", "b", "c"))),
                        8,
                        2,
                        4,
                        8,
                        4,
                        2,
                        0.5),
                Precision.FP32,
                Device.cpu());
        manager = network.manager().newSubManager();
    }

    @AfterEach
    void close() {
        manager.close();
        network.close();
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void theThresholdLossAndItsGradientEqualEquations14To16() {
        // Rows: a positive and a sure negative; only masked types; two positives; nothing but negatives.
        float[][] gold = {{1, 0, 0}, {0, 0, 0}, {1, 1, 0}, {0, 0, 0}};
        float[][] negative = {{0, 1, 0}, {0, 0, 0}, {0, 0, 1}, {1, 1, 1}};
        float[] scores = values(4 * 4);
        NDArray x = manager.create(scores, new Shape(4, 4));
        x.setRequiresGradient(true);
        float[] loss;
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray value = network.relationLoss(manager, x, grid(gold), grid(negative));
            loss = value.toFloatArray();
            collector.backward(value.sum());
        }
        float[] gradient = x.getGradient().toFloatArray();
        for (int r = 0; r < 4; r++) {
            assertThat((double) loss[r]).as("row %d", r).isCloseTo(loss(scores, r, gold[r], negative[r]), within(1e-5));
            for (int c = 0; c < 4; c++) {
                int i = 4 * r + c;
                float before = scores[i];
                scores[i] = before + 1e-2f;
                double up = loss(scores, r, gold[r], negative[r]);
                scores[i] = before - 1e-2f;
                double down = loss(scores, r, gold[r], negative[r]);
                scores[i] = before;
                assertThat((double) gradient[i]).isCloseTo((up - down) / 2e-2, within(1e-3));
            }
        }
        // What is neither held nor surely absent counts nowhere.
        assertThat(loss[1]).isZero();
    }

    private NDArray grid(float[][] rows) {
        float[] flat = new float[rows.length * 3];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, 3 * r, 3);
        }
        return manager.create(flat, new Shape(rows.length, 3));
    }

    private static double loss(float[] scores, int row, float[] gold, float[] negative) {
        double threshold = scores[4 * row + 3];
        double up = Math.exp(threshold);
        double down = Math.exp(threshold);
        for (int c = 0; c < 3; c++) {
            up += gold[c] * Math.exp(scores[4 * row + c]);
            down += negative[c] * Math.exp(scores[4 * row + c]);
        }
        double loss = Math.log(down) - threshold;
        for (int c = 0; c < 3; c++) {
            loss += gold[c] * (Math.log(up) - scores[4 * row + c]);
        }
        return loss;
    }

    @Test
    void theContextOfAChainPairIsWhatBothChainsAttendToInTheirOwnText() {
        // Two texts of 4 and 3 words with 2 mentions each; one chain pair in the first, two in the second.
        float[] last = values(7 * D);
        float[] below = values(7 * D);
        WordStates states =
                new WordStates(manager.create(last, new Shape(7, D)), manager.create(below, new Shape(7, D)));
        MentionBatch mentions =
                new MentionBatch(new long[] {0, 2, 4, 6}, new long[] {1, 4, 5, 7}, new long[] {0, 0, 0, 0});
        long[] subjects = {0, 1, 2, 2, 3, 2};
        long[] objects = {1, 0, 3, 2, 2, 3};
        RelationBatch pairs = new RelationBatch(
                3, 2, subjects, objects, new long[6], new float[6], new long[6], new long[6], new float[6]);
        float[] weights = {0.7f, 0.3f, 1, 0, 0.4f, 0.6f};
        List<TextPart> parts = List.of(new TextPart(0, 4, 0, 2, 0, 1), new TextPart(4, 3, 2, 2, 1, 2));

        float[] found = network.context(
                        manager, states, mentions, pairs, parts, manager.create(weights, new Shape(3, 2)), false)
                .toFloatArray();

        for (int pair = 0; pair < 3; pair++) {
            TextPart part = parts.get(pair == 0 ? 0 : 1);
            double[] expected = context(last, below, mentions, subjects, objects, weights, pair, part);
            for (int c = 0; c < D; c++) {
                assertThat((double) found[pair * D + c])
                        .as("pair %d, value %d", pair, c)
                        .isCloseTo(expected[c], within(1e-4));
            }
        }
    }

    private double[] context(
            float[] last,
            float[] below,
            MentionBatch mentions,
            long[] subjects,
            long[] objects,
            float[] weights,
            int pair,
            TextPart part) {
        double[] both = new double[part.words()];
        for (int head = 0; head < HEADS; head++) {
            double[] subject = new double[part.words()];
            double[] object = new double[part.words()];
            for (int k = 0; k < 2; k++) {
                double[] s = attention(below, mentions.starts()[(int) subjects[2 * pair + k]], head, part);
                double[] o = attention(below, mentions.starts()[(int) objects[2 * pair + k]], head, part);
                for (int w = 0; w < both.length; w++) {
                    subject[w] += weights[2 * pair + k] * s[w];
                    object[w] += weights[2 * pair + k] * o[w];
                }
            }
            for (int w = 0; w < both.length; w++) {
                both[w] += subject[w] * object[w];
            }
        }
        double sum = java.util.Arrays.stream(both).sum();
        double[] context = new double[D];
        for (int w = 0; w < both.length; w++) {
            for (int c = 0; c < D; c++) {
                context[c] += both[w] / sum * last[(part.row() + w) * D + c];
            }
        }
        return context;
    }

    private double[] attention(float[] below, long from, int head, TextPart part) {
        double[] q = projected(below, (int) from, "query");
        double[] weights = new double[part.words()];
        double sum = 0;
        int size = D / HEADS;
        for (int w = 0; w < weights.length; w++) {
            double[] k = projected(below, part.row() + w, "key");
            double dot = 0;
            for (int c = head * size; c < (head + 1) * size; c++) {
                dot += q[c] * k[c];
            }
            weights[w] = Math.exp(dot / Math.sqrt(size));
            sum += weights[w];
        }
        for (int w = 0; w < weights.length; w++) {
            weights[w] /= sum;
        }
        return weights;
    }

    private double[] projected(float[] states, int row, String name) {
        float[] weight = network.byName()
                .get("encoder.layer.0.attention.self." + name + ".weight")
                .getArray()
                .toFloatArray();
        float[] bias = network.byName()
                .get("encoder.layer.0.attention.self." + name + ".bias")
                .getArray()
                .toFloatArray();
        double[] out = new double[D];
        for (int r = 0; r < D; r++) {
            out[r] = bias[r];
            for (int c = 0; c < D; c++) {
                out[r] += weight[r * D + c] * states[row * D + c];
            }
        }
        return out;
    }
}
