package org.newsreel.extraction.dgfpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Weights;

/** Equations 4 to 13 against double-precision references written from them. */
class EquationsTest {
    private static final int D = 48;
    private final Random random = new Random(5);
    private NDManager manager;
    private Weights weights;
    private Reference reference;

    @BeforeEach
    void open() {
        Engine.getInstance().setRandomSeed(5);
        manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        weights = new Weights(manager);
        reference = new Reference(weights);
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

    private NDArray array(long... shape) {
        return manager.create(values((int) new Shape(shape).size()), new Shape(shape));
    }

    private static void same(NDArray actual, double... expected) {
        double[] values = Reference.doubles(actual);
        assertThat(values).hasSize(expected.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as("value %d", i).isCloseTo(expected[i], within(2e-5));
        }
    }

    private static double[] row(NDArray array, int row) {
        return Arrays.copyOfRange(Reference.doubles(array), row * D, (row + 1) * D);
    }

    private void shake() {
        weights.byName().values().forEach(p -> p.getArray()
                .addi(array(p.getArray().getShape().getShape()).mul(0.1f)));
    }

    @Test
    void equation4WeighsObjectsByCosinesMovedToZeroToOne() {
        NDArray text = manager.create(new float[] {1, 0, 1, 0, 1, 0}, new Shape(3, 2));
        NDArray objects = manager.create(new float[] {2, 0, 0, 3, -1, 0, -1, 0, 5, 5, 5, 5}, new Shape(3, 2, 2));
        NDArray mask = manager.create(new float[] {1, 1, 1, 1, 0, 0}, new Shape(3, 2));

        // Cosines 1 and 0; then both -1, where the published form divides by their sum -2; then no object.
        same(DualGatedFusion.weights(text, objects, mask), 2 / 3.0, 1 / 3.0, 0.5, 0.5, 0, 0);
    }

    @Test
    void theObjectsOfAnEntityAreThoseThatAreLikeItsWords() {
        BatchLayout layout = BatchLayout.of(Made.config(), Made.examples(1, 1));
        int objects = layout.regions().size();
        NDArray entity = array(1, D);
        NDArray regions = array(objects, D);
        double[] like = new double[objects];
        for (int k = 0; k < objects; k++) {
            for (int c = 0; c < D; c++) {
                like[k] += row(entity, 0)[c] * row(regions, k)[c] / Math.sqrt(D);
            }
        }
        double[] share = Reference.softmax(like);
        double[] expected = new double[D];
        for (int k = 0; k < objects; k++) {
            for (int c = 0; c < D; c++) {
                expected[c] += share[k] * row(regions, k)[c];
            }
        }
        assertThat(objects).isGreaterThan(1);
        same(StagedEncoder.relevant(entity, regions, layout), expected);
    }

    @Test
    void equations5To8AreWhatTheySay() {
        DgfPtConfig config = Made.config().withDropout(0);
        DualGatedFusion fusion = new DualGatedFusion(config, weights);
        shake();
        DgfPtExample example = Made.examples(1, 1).get(0);
        BatchLayout layout = BatchLayout.of(config, List.of(example));
        int pieces = example.pieces().length;
        int objects = example.objects().size();
        NDArray text = array(1, pieces, D);
        NDArray object = array(1, objects, D);
        NDArray image = array(1, config.imageBlocks(), D);
        NDArray caption = array(1, D);

        DualGatedFusion.Fused fused = fusion.apply(
                manager,
                new Understood(text, Optional.of(object), Optional.of(image), Optional.of(caption), layout),
                false);

        double[] mean = new double[D];
        for (int l = 0; l < pieces; l++) {
            for (int c = 0; c < D; c++) {
                mean[c] += row(text, l)[c] / pieces;
            }
        }
        double[] alpha = new double[objects];
        double total = 0;
        for (int k = 0; k < objects; k++) {
            alpha[k] = (1 + Reference.cosine(mean, row(object, k))) / 2;
            total += alpha[k];
        }
        double[] pooled = new double[D];
        for (int k = 0; k < objects; k++) {
            alpha[k] /= total;
            for (int c = 0; c < D; c++) {
                pooled[c] += alpha[k] * row(object, k)[c];
            }
        }
        double[] beta = reference.linear("fc_beta", pooled);
        double[] picture = new double[D];
        for (int m = 0; m < config.imageBlocks(); m++) {
            for (int c = 0; c < D; c++) {
                picture[c] += row(image, m)[c] / config.imageBlocks();
            }
        }
        double[] gamma = reference.linear("fc_gamma", picture);
        double[] expected = new double[pieces * D];
        for (int l = 0; l < pieces; l++) {
            double[] x = new double[D];
            for (int c = 0; c < D; c++) {
                x[c] = row(text, l)[c] * Math.tanh(gamma[c]) + beta[c];
            }
            double[] inner = reference.linear("mlp.0", x);
            double[] active = Reference.doubles(Functions.gelu(manager.create(floats(inner))));
            double[] outer = reference.linear("mlp.1", active);
            for (int c = 0; c < D; c++) {
                expected[l * D + c] = outer[c] + row(text, l)[c] + 0.4 * row(caption, 0)[c];
            }
        }
        same(fused.weights().orElseThrow(), alpha);
        same(fused.objects().orElseThrow(), beta);
        same(fused.text(), expected);
        float[] direction = values(pieces * D);
        GradientCheck.check(manager, weights.byName(), scratch -> {
            Understood copy = new Understood(
                    copy(scratch, text),
                    Optional.of(copy(scratch, object)),
                    Optional.of(copy(scratch, image)),
                    Optional.of(copy(scratch, caption)),
                    layout);
            return fusion.apply(scratch, copy, false)
                    .text()
                    .mul(scratch.create(direction, new Shape(1, pieces, D)))
                    .mean();
        });
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static NDArray copy(NDManager scratch, NDArray array) {
        return scratch.create(array.toFloatArray(), array.getShape());
    }

    @Test
    void equation9DecodesBothTypesAndThenTheRelationThatTheyAdmit() {
        DgfPtConfig config = Made.config().withDropout(0);
        GenerativeDecoder decoder = new GenerativeDecoder(config, weights);
        shake();
        NDArray memory = array(1, 3, D);
        NDArray head = array(1, D);
        NDArray tail = array(1, D);
        GenerativeDecoder.Read read =
                new GenerativeDecoder.Read(memory, manager.zeros(new Shape(1, 1, 1, 3)), head, tail);

        double[][] seen = new double[6][];
        for (int m = 0; m < 3; m++) {
            seen[m] = reference.norm("norm_1", row(memory, m));
        }
        double[] table = reference.parameter("types");
        double[] first = Reference.plus(row(head, 0), reference.parameter("start"));
        double[] headLogits = reference.linear("type", position(seen, 3, first));
        double[] headType = Reference.softmax(headLogits);
        double[] second = Reference.plus(row(tail, 0), expected(headType, table));
        double[] tailLogits = reference.linear("type", position(seen, 4, second));
        // The tail's type is given: 1.
        double[] both = Arrays.copyOf(row(head, 0), 2 * D);
        System.arraycopy(row(tail, 0), 0, both, D, D);
        double[] third = Reference.plus(reference.linear("pair", both), expected(new double[] {0, 1}, table));
        double[] logits = reference.linear("relation", position(seen, 5, third));
        // Relations 1 and 2 want (0, 0), 3 and 4 want (0, 1).
        double least = TypeRestriction.LEAST;
        logits[1] += Math.log(least);
        logits[2] += Math.log(least);
        logits[3] += Math.log(headType[0] * (1 - least) + least);
        logits[4] += Math.log(headType[0] * (1 - least) + least);

        GenerativeDecoder.Decoded decoded =
                decoder.apply(manager, read, new GenerativeDecoder.Given(new int[] {-1}, new int[] {1}), false);

        same(decoded.heads(), headLogits);
        same(decoded.tails(), tailLogits);
        same(decoded.relations(), logits);
        assertThat(decoded.looked().sum().getFloat()).isCloseTo(config.decoderHeads(), within(1e-4f));
        float[] direction = values(Made.RELATIONS + 4);
        GradientCheck.check(manager, weights.byName(), scratch -> {
            GenerativeDecoder.Read again = new GenerativeDecoder.Read(
                    copy(scratch, memory),
                    scratch.zeros(new Shape(1, 1, 1, 3)),
                    copy(scratch, head),
                    copy(scratch, tail));
            GenerativeDecoder.Decoded d = decoder.apply(scratch, again, GenerativeDecoder.Given.nothing(1), false);
            return d.heads()
                    .concat(d.tails(), 1)
                    .concat(d.relations(), 1)
                    .mul(scratch.create(direction, new Shape(1, direction.length)))
                    .mean();
        });
    }

    private double[] position(double[][] seen, int at, double[] x) {
        seen[at] = reference.norm("norm_1", x);
        double[] y = Reference.plus(x, reference.attend("attention", seen[at], Arrays.copyOf(seen, at + 1), 4));
        double[] inner = reference.linear("mlp.0", reference.norm("norm_2", y));
        double[] active = Arrays.stream(inner).map(Reference::geluTanh).toArray();
        return reference.norm("norm_3", Reference.plus(y, reference.linear("mlp.1", active)));
    }

    private static double[] expected(double[] share, double[] table) {
        double[] sum = new double[D];
        for (int t = 0; t < share.length; t++) {
            for (int c = 0; c < D; c++) {
                sum[c] += share[t] * table[t * D + c];
            }
        }
        return sum;
    }

    @Test
    void equations10And11AreTheDivergenceOfTheFusedFromTheText() {
        NDArray p = manager.create(new float[] {0, (float) Math.log(3), 1, 1}, new Shape(2, 2));
        NDArray q = manager.create(new float[] {0, 0, 2, 2}, new Shape(2, 2));

        same(JointLoss.consistency(p, q), (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5)) / 2);
    }

    @Test
    void equation12PushesAwayTheHardestNegativesOnly() {
        NDArray text = array(3, D);
        NDArray fused = text.add(array(3, D));
        double margin = 0.9;
        double[][] like = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                like[i][j] = Reference.cosine(row(text, i), row(fused, j));
            }
        }
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            int a = (i + 1) % 3;
            int b = (i + 2) % 3;
            expected += Math.max(0, Math.max(like[a][i], like[b][i]) - like[i][i] + margin) / 3;
            expected += Math.max(0, Math.max(like[i][a], like[i][b]) - like[i][i] + margin) / 3;
        }
        assertThat(expected).isPositive();
        same(JointLoss.identity(text, fused, margin), expected);
        same(JointLoss.identity(text.get("0:1"), fused.get("0:1"), margin), 0);
    }

    @Test
    void gradientsOfTheWholeObjectiveAreThoseOfItsDifferences() {
        DgfPtConfig config = Made.config().withDropout(0);
        Engine.getInstance().setRandomSeed(9);
        List<DgfPtExample> batch = Made.examples(2, 2);
        try (DgfPtNetwork network = new DgfPtNetwork(config, Device.cpu())) {
            // Embeddings as large as those of a trained model, so that a step is small beside them.
            NDArray words = network.byName().get("text.wte.weight").getArray();
            words.set(values((int) words.getShape().size()));
            // The encoders have checks of their own; a step through their kinks would say nothing here.
            Map<String, Parameter> own = new LinkedHashMap<>(network.byName());
            own.keySet().removeIf(network::pretrained);
            assertThat(own).containsKeys("fc_o.weight", "prefix_e.1.value", "fusion.fc_gamma.bias", "decoder.start");
            GradientCheck.check(network.manager(), own, scratch -> network.loss(scratch, batch, false)
                    .div(10));
        }
    }
}
