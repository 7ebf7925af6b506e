package org.newsreel.extraction.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final Random random = new Random(3);
    private NDManager manager;

    @BeforeEach
    void open() {
        Engine.getInstance().setRandomSeed(3);
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private NDArray array(float[] values, long... shape) {
        return manager.create(values, new Shape(shape));
    }

    private static void same(NDArray actual, double... expected) {
        float[] values = actual.toFloatArray();
        assertThat(values).hasSize(expected.length);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i]).as("value %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }

    private void elementwise(Function<NDArray, NDArray> function, Function<Double, Double> reference) {
        float[] x = values(7);
        double[] expected = new double[7];
        for (int i = 0; i < 7; i++) {
            expected[i] = reference.apply((double) x[i]);
        }
        same(function.apply(array(x, 7)), expected);
    }

    @Test
    void elementwiseFunctionsAreWhatTheirFormulasSay() {
        elementwise(Functions::relu, x -> Math.max(0, x));
        elementwise(Functions::leakyRelu, x -> x > 0 ? x : 0.01 * x);
        elementwise(Functions::sigmoid, x -> 1 / (1 + Math.exp(-x)));
        elementwise(Functions::tanh, Math::tanh);
        elementwise(Functions::geluQuick, x -> x / (1 + Math.exp(-1.702 * x)));
        elementwise(
                Functions::geluTanh,
                x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));
        // The exact form differs from the tanh form by less than 5e-4 everywhere.
        NDArray x = array(values(50), 50);
        assertThat(Functions.gelu(x).sub(Functions.geluTanh(x)).abs().max().getFloat())
                .isBetween(1e-7f, 5e-4f);
    }

    @Test
    void attentionIsTheSoftmaxOfScaledProductsInEveryHead() {
        int n = 2;
        int s = 3;
        float[] q = values(n * 4);
        float[] k = values(s * 4);
        float[] v = values(s * 4);
        NDArray bias = array(new float[] {0, 0, Functions.MASKED}, 1, 1, 1, s);
        double[] expected = new double[n * 4];
        double[] map = new double[2 * n * s];
        for (int head = 0; head < 2; head++) {
            for (int i = 0; i < n; i++) {
                double[] weight = new double[s];
                double sum = 0;
                for (int j = 0; j < 2; j++) {
                    double score = 0;
                    for (int c = 2 * head; c < 2 * head + 2; c++) {
                        score += q[4 * i + c] * k[4 * j + c];
                    }
                    weight[j] = Math.exp(score / Math.sqrt(2));
                    sum += weight[j];
                }
                for (int j = 0; j < s; j++) {
                    map[(head * n + i) * s + j] = weight[j] / sum;
                    for (int c = 2 * head; c < 2 * head + 2; c++) {
                        expected[4 * i + c] += weight[j] / sum * v[4 * j + c];
                    }
                }
            }
        }
        NDArray qa = array(q, 1, n, 4);
        NDArray ka = array(k, 1, s, 4);
        same(Functions.attend(qa, ka, array(v, 1, s, 4), bias, 2), expected);
        same(Functions.attentionMap(qa, ka, bias, 2), map);
    }

    @Test
    void normsPoolsAndConvolutionsAreWhatTheirFormulasSay() {
        same(
                Functions.layerNorm(
                        array(new float[] {1, 3}, 1, 2), array(new float[] {2, 2}, 2), array(new float[] {1, 1}, 2), 0),
                -1,
                3);
        NDArray image = array(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        same(Functions.conv2d(image, array(new float[] {1, 0, 0, 2}, 1, 1, 2, 2), 1, 0), 9);
        same(Functions.conv2d(image, array(new float[] {3}, 1, 1, 1, 1), array(new float[] {1}, 1), 2, 0), 4);
        same(Functions.maxPool(image, 2, 2, 0), 4);
        same(Functions.averagePool(image, 1), 2.5);
        same(
                Functions.conv1d(
                        array(new float[] {1, 2, 3}, 1, 1, 3),
                        array(new float[] {1, 1, 1}, 1, 1, 3),
                        array(new float[] {0}, 1),
                        1),
                3,
                6,
                5);
        NDArray one = array(new float[] {1}, 1);
        NDArray two = array(new float[] {2}, 1);
        same(
                Functions.batchNorm(array(new float[] {5}, 1, 1, 1, 1), two, one, one, array(new float[] {4}, 1), 0),
                1 + 2 * 4 / 2.0);
    }

    @Test
    void lossesAndReductionsAreWhatTheirFormulasSay() {
        NDArray logits = array(new float[] {0, (float) Math.log(3), 5, 5}, 2, 2);
        same(Functions.crossEntropy(logits, manager.create(new long[] {1, -100})), -Math.log(0.75));
        same(
                Functions.binaryCrossEntropy(
                        array(new float[] {0, (float) Math.log(3)}, 2), array(new float[] {1, 0}, 2)),
                (Math.log(2) + Math.log(4)) / 2);
        same(Functions.softmax(logits, 1), 0.25, 0.75, 0.5, 0.5);
        same(Functions.logSoftmax(logits, 1), Math.log(0.25), Math.log(0.75), Math.log(0.5), Math.log(0.5));
        same(Functions.logSumExp(logits, 1), Math.log(4), 5 + Math.log(2));
        same(Functions.mean(logits, 0), 2.5, (Math.log(3) + 5) / 2);
        same(
                Functions.cosine(array(new float[] {1, 1, 0, 0}, 2, 2), array(new float[] {0, 2, 1, 1}, 2, 2)),
                Math.sqrt(0.5),
                0);
        same(
                Functions.bilinear(
                        array(new float[] {1, 2}, 1, 2),
                        array(new float[] {3, 4}, 1, 2),
                        array(new float[] {1, 0, 0, 1, 0, 1, 0, 0}, 2, 2, 2),
                        array(new float[] {0, 0.5f}, 2)),
                11,
                4.5);
        same(Functions.repeat(manager, array(new float[] {1, 2}, 2), 2), 1, 2, 1, 2);
        same(Functions.embedding(manager.create(new long[] {1, 0}), array(new float[] {1, 2}, 2, 1)), 2, 1);
        same(Functions.rows(array(new float[] {1, 2}, 2, 1), manager.create(new long[] {1})), 2);
        assertThat(Functions.dropout(logits, 0.5, false)).isSameAs(logits);
        assertThat(Functions.dropout(array(new float[1000], 1000).add(1), 0.25, true)
                        .sum()
                        .getFloat())
                .isBetween(900f, 1100f);
    }

    @Test
    void aCrfLossIsTheLogOfTheShareOfTheGoldPath() {
        Weights weights = new Weights(manager);
        Crf crf = Crf.of(weights, "crf", 2);
        crf.start().set(new float[] {0.3f, -0.2f});
        crf.end().set(new float[] {-0.5f, 0.1f});
        float[] e = values(6);
        CrfScores scores = crf.scores();
        double[] all = new double[4];
        for (int code = 0; code < 4; code++) {
            int a = code / 2;
            int b = code % 2;
            all[code] = scores.start()[a] + e[a] + scores.transitions()[2 * a + b] + e[2 + b] + scores.end()[b];
        }
        NDArray tags = manager.create(new long[] {1, 0, 1}, new Shape(1, 3));
        NDArray mask = array(new float[] {1, 1, 0}, 1, 3);
        same(crf.loss(array(e, 1, 3, 2), tags, mask), CrfScores.logSumExp(all) - all[2]);
        GradientCheck.check(manager, weights.byName(), m -> crf.loss(array(e, 1, 3, 2), tags, mask));
    }

    @Test
    void gradientsFlowThroughAttentionToEveryProjection() {
        Weights weights = new Weights(manager);
        MultiHeadAttention attention = MultiHeadAttention.of(weights, "a", 4, 2);
        LayerNorm norm = weights.norm("n", 4, 1e-5);
        NDArray bias = array(new float[] {0, 0, Functions.MASKED}, 1, 1, 1, 3);
        float[] x = values(8);
        float[] y = values(12);
        float[] direction = values(8);
        GradientCheck.check(manager, weights.byName(), scratch -> norm.apply(attention.apply(
                        scratch.create(x, new Shape(1, 2, 4)), scratch.create(y, new Shape(1, 3, 4)), bias))
                .mul(scratch.create(direction, new Shape(1, 2, 4)))
                .sum());
        assertThat(attention
                        .map(array(x, 1, 2, 4), array(y, 1, 3, 4), bias)
                        .sum()
                        .getFloat())
                .isCloseTo(4, within(1e-4f));
    }

    @Test
    void aPrefixBarsThePositionsThatAreNotThere() {
        NDArray keys = array(values(8), 1, 2, 4);
        NDArray own = array(new float[] {0, Functions.MASKED, 0, 0}, 1, 1, 2, 2);
        same(new Prefix(keys, keys).widen(own), 0, 0, 0, Functions.MASKED, 0, 0, 0, 0);
        NDArray there = array(new float[] {1, 0}, 1, 2);
        same(
                new Prefix(keys, keys, Optional.of(there)).widen(own),
                0,
                Functions.MASKED,
                0,
                Functions.MASKED,
                0,
                Functions.MASKED,
                0,
                0);
        NDArray forOne = array(new float[] {1, 0, 1, 1}, 1, 2, 2);
        same(
                new Prefix(keys, keys, Optional.of(forOne)).widen(own),
                0,
                Functions.MASKED,
                0,
                Functions.MASKED,
                0,
                0,
                0,
                0);
    }

    @Test
    void severalThreadsMayUseTheSameParametersAtOnce() throws InterruptedException {
        Linear linear = new Weights(manager).linear("l", 3, 3);
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(new Thread(() -> {
                TorchOps.inferOnThisThread();
                for (int i = 0; i < 300; i++) {
                    try (NDManager own = manager.newSubManager()) {
                        linear.apply(own.ones(new Shape(2, 3)));
                        done.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasValue(1200);
    }

    @Test
    void theGradientOfAScaledArrayOutlivesACollectionOfGarbage() {
        NDArray x = array(new float[] {1, 2}, 2);
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = manager.create(0f);
            for (int i = 0; i < 500; i++) {
                loss = loss.add(Functions.scale(x, 0.5).sum());
            }
            System.gc();
            for (int i = 0; i < 500; i++) {
                // Takes the memory that the collection freed.
                manager.create(7f);
            }
            collector.backward(loss);
        }
        same(x.getGradient(), 250, 250);
    }
}
