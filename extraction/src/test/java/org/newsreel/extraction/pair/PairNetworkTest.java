package org.newsreel.extraction.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;

class PairNetworkTest {
    private static final BertConfig TINY = new BertConfig(30522, 64, 16, 2, 2, 32, 0.1, 1e-12, 0);

    private static TextTokenizer tokenizer;
    private static PairNetwork network;
    private static PairInput one;
    private static PairInput other;

    @BeforeAll
    static void open() {
        Engine.getInstance().setRandomSeed(5);
        tokenizer = TextTokenizer.pretrained();
        network = new PairNetwork(PairConfig.mnre(TINY), Precision.FP32, Device.cpu());
        PairReader reader = new PairReader(tokenizer, 64);
        one = reader.read(List.of("Ann", "met", "Bob"), new TokenRange(0, 1), new TokenRange(2, 3));
        other = reader.read(
                List.of("In", "Oslo", "the", "Acme", "company", "opened"), new TokenRange(3, 5), new TokenRange(1, 2));
    }

    @AfterAll
    static void close() {
        network.close();
        tokenizer.close();
    }

    @Test
    void scoresHaveARowForEachPairAndAttentionSumsToOneWithoutPadding() {
        try (NDManager manager = network.manager().newSubManager()) {
            PairNetwork.Output output = network.forward(manager, List.of(one, other), false);

            assertThat(output.scores().getShape()).isEqualTo(new Shape(2, 23 + 2 * 4));
            assertThat(output.attention().getShape()).isEqualTo(new Shape(2, other.length()));
            float[] alpha = output.attention().toFloatArray();
            assertThat(sum(alpha, 0, other.length())).isCloseTo(1, within(1e-5));
            assertThat(sum(alpha, one.length(), other.length())).isZero();
        }
    }

    private static double sum(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    @Test
    void aPairScoresTheSameAloneAndBesideALongerOne() {
        try (NDManager manager = network.manager().newSubManager()) {
            float[] alone =
                    network.forward(manager, List.of(one), false).scores().toFloatArray();
            float[] beside = network.forward(manager, List.of(one, other), false)
                    .scores()
                    .toFloatArray();
            for (int i = 0; i < alone.length; i++) {
                assertThat(beside[i]).isCloseTo(alone[i], within(1e-4f));
            }
        }
    }

    @Test
    void headAndTailAreNotInterchangeable() {
        PairInput swapped = new PairReader(tokenizer, 64)
                .read(List.of("Ann", "met", "Bob"), new TokenRange(2, 3), new TokenRange(0, 1));
        try (NDManager manager = network.manager().newSubManager()) {
            float[] there =
                    network.forward(manager, List.of(one), false).scores().toFloatArray();
            float[] back =
                    network.forward(manager, List.of(swapped), false).scores().toFloatArray();
            assertThat(Arrays.equals(there, back)).isFalse();
        }
    }

    @Test
    void theLossIsTheSmoothedCrossEntropyPlusThatOfTheKnownTypes() {
        int r = 23;
        float[] scores = new float[2 * (r + 8)];
        scores[4] = 2;
        scores[r + 1] = 3;
        try (NDManager manager = network.manager().newSubManager()) {
            NDArray array = manager.create(scores, new Shape(2, r + 8));
            float loss = network.loss(manager, array, new long[] {4, 0}, new long[] {1, -1, -1, -1}, 0.1, 0.5)
                    .getFloat();

            double z = Math.exp(2) + r - 1;
            double first = 0.9 * (2 - Math.log(z)) + 0.1 * (2.0 / r - Math.log(z));
            double second = -Math.log(r);
            double type = 3 - Math.log(Math.exp(3) + 3);
            assertThat(loss).isCloseTo((float) (-(first + second) / 2 - 0.5 * type), within(1e-5f));
        }
    }

    @Test
    void twoPassesThatAgreeHaveNoDisagreementAndOthersTheMeanDivergence() {
        int r = 23;
        float[] scores = new float[2 * (r + 8)];
        try (NDManager manager = network.manager().newSubManager()) {
            Shape shape = new Shape(2, r + 8);
            assertThat(network.disagreement(manager, manager.create(scores, shape))
                            .getFloat())
                    .isZero();
            scores[0] = 1;
            double p = Math.E / (Math.E + r - 1);
            double rest = 1 / (Math.E + r - 1);
            double even = 1.0 / r;
            double divergence = p * Math.log(p / even)
                    + (r - 1) * rest * Math.log(rest / even)
                    + even * Math.log(even / p)
                    + (r - 1) * even * Math.log(even / rest);
            assertThat(network.disagreement(manager, manager.create(scores, shape))
                            .getFloat())
                    .isCloseTo((float) (divergence / 2), within(1e-5f));
        }
    }

    @Test
    void theRightTypesRaiseARelationAndNoneHasNeither() {
        PairTypes types = network.types();
        List<String> relations = network.config().relations();
        int member = relations.indexOf("/per/org/member_of");
        assertThat(types.domain(member)).contains(0);
        assertThat(types.range(member)).contains(2);
        assertThat(types.domain(relations.indexOf("None"))).isEmpty();
        float[] matrix = types.rangeMatrix();
        assertThat(matrix[2 * relations.size() + member]).isEqualTo(1);
        assertThat(matrix[member]).isZero();
    }

    @Test
    void gradientsReachEveryParameter() {
        Map<String, ai.djl.nn.Parameter> parameters = network.byName();
        parameters.values().forEach(p -> p.getArray().setRequiresGradient(true));
        try (NDManager manager = network.manager().newSubManager()) {
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray scores = network.forward(manager, List.of(one, other, one, other), true)
                        .scores();
                NDArray loss = network.loss(
                        manager, scores, new long[] {0, 5, 0, 5}, new long[] {0, 0, 2, 1, 0, 0, 2, 1}, 0.05, 0.3);
                collector.backward(loss.add(network.disagreement(manager, scores)));
            }
            assertThat(parameters).containsKey(BertEncoder.SHAPE_TABLE);
            parameters.forEach((name, parameter) -> {
                // A key's bias shifts all scores of a query alike, which a softmax does not see.
                if (!name.endsWith("attention.self.key.bias")) {
                    float[] gradient = parameter.getArray().getGradient().toFloatArray();
                    double size = 0;
                    for (float g : gradient) {
                        size += Math.abs(g);
                    }
                    assertThat(size).as(name).isPositive().isFinite();
                }
            });
        }
    }
}
