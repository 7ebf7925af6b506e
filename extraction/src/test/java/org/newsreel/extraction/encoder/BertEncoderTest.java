package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BertEncoderTest {
    private static final BertConfig TINY = new BertConfig(50, 12, 8, 2, 2, 16, 0.1, 1e-12, 4);
    private static final int[] IDS = {7, 3, 49, 0, 12};
    private static final int[] SHAPES = {0, 1, 2, 3, 1};

    @Test
    void everyHiddenStateEqualsThePlainJavaReference() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            double[][][] expected = new ReferenceBert(TINY, weights(encoder)).run(IDS, SHAPES);
            NDList states = run(root, encoder, IDS, SHAPES, IDS.length);

            assertThat(states).hasSize(3);
            for (int l = 0; l < 3; l++) {
                assertClose(states.get(l).toFloatArray(), expected[l], 1e-5);
            }
        }
    }

    @Test
    void paddingChangesNothing() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            double[][][] expected = new ReferenceBert(TINY, weights(encoder)).run(IDS, SHAPES);
            float[] padded = run(root, encoder, IDS, SHAPES, 11).get(2).toFloatArray();

            assertClose(java.util.Arrays.copyOf(padded, IDS.length * 8), expected[2], 1e-5);
        }
    }

    @Test
    void packedWeightsGiveTheSameHiddenStates() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            double[][][] expected = new ReferenceBert(TINY, weights(encoder)).run(IDS, SHAPES);
            // Otherwise the test below looks at what the others look at. PyTorch's builds for this platform have
            // oneDNN.
            assertThat(encoder.pack()).isTrue();
            NDList states = run(root, encoder, IDS, SHAPES, IDS.length);

            assertThat(states).hasSize(3);
            for (int l = 0; l < 3; l++) {
                assertClose(states.get(l).toFloatArray(), expected[l], 1e-5);
            }
            float[] padded = run(root, encoder, IDS, SHAPES, 11).get(2).toFloatArray();
            assertClose(java.util.Arrays.copyOf(padded, IDS.length * 8), expected[2], 1e-5);
        }
    }

    @Test
    void packedWeightsIn16BitsStayNear() {
        BertConfig plain = new BertConfig(30522, 512, 384, 12, 12, 1536, 0.1, 1e-12, 0);
        int[] ids = {101, 7592, 2088, 1012, 102};
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = new BertEncoder(plain, Precision.BF16)) {
            encoder.initialize(root, DataType.FLOAT32, new Shape(1, 1), new Shape(1, 1));
            PretrainedEncoder.loadInto(encoder);
            float[] loose = run(root, encoder, ids, new int[ids.length], ids.length)
                    .get(12)
                    .toFloatArray();
            // A processor without 16-bit products keeps to the way that was measured above.
            encoder.pack();
            float[] packed = run(root, encoder, ids, new int[ids.length], ids.length)
                    .get(12)
                    .toFloatArray();

            assertThat(new double[] {packed[0], packed[1], packed[384]})
                    .usingComparatorWithPrecision(0.05)
                    .containsExactly(PINNED);
            double difference = 0;
            for (int i = 0; i < packed.length; i++) {
                difference += Math.abs(packed[i] - loose[i]) / packed.length;
            }
            assertThat(difference).isLessThan(0.01);
        }
    }

    @Test
    void aPackedEncoderIsNotTrained() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            encoder.pack();
            Shape one = new Shape(1, 1);
            NDList inputs =
                    new NDList(root.zeros(one, DataType.INT64), root.ones(one), root.zeros(one, DataType.INT64));

            assertThatThrownBy(() -> encoder.forward(new ParameterStore(root, false), inputs, true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("packed");
        }
    }

    @Test
    void publishedWeightsGiveTheReferencesNumbers() {
        BertConfig plain = new BertConfig(30522, 512, 384, 12, 12, 1536, 0.1, 1e-12, 0);
        int[] ids = {101, 7592, 2088, 1012, 102};
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = new BertEncoder(plain, Precision.FP32)) {
            encoder.initialize(root, DataType.FLOAT32, new Shape(1, 1), new Shape(1, 1));
            PretrainedEncoder.loadInto(encoder);
            double[][][] expected = new ReferenceBert(plain, weights(encoder)).run(ids, new int[ids.length]);
            float[] actual = run(root, encoder, ids, new int[ids.length], ids.length)
                    .get(12)
                    .toFloatArray();

            assertClose(actual, expected[12], 5e-5);
            // Pinned, so that another file under the same name is noticed as well.
            assertThat(new double[] {actual[0], actual[1], actual[384]})
                    .usingComparatorWithPrecision(1e-3)
                    .containsExactly(PINNED);
        }
    }

    /** Of "[CLS] hello world . [SEP]", last layer: state of [CLS] at 0 and 1, of "hello" at 0. */
    private static final double[] PINNED = {-0.18499, -0.27222, -0.56141};

    @Test
    void aWindowThatIsTooLongIsRefusedWithItsLength() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            assertThatThrownBy(() -> run(root, encoder, new int[13], new int[13], 13))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("13")
                    .hasMessageContaining("12");
        }
    }

    @Test
    void aMissingAnUnexpectedAndAMisshapenTensorAreNamed() {
        try (NDManager root = NDManager.newBaseManager();
                BertEncoder encoder = tiny(root)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            encoder.byName()
                    .forEach((name, parameter) -> tensors.put(
                            name,
                            new Tensor(
                                    name,
                                    parameter.getArray().getShape().getShape(),
                                    java.nio.FloatBuffer.wrap(
                                            parameter.getArray().toFloatArray()),
                                    false)));
            StrictLoading.load(encoder.byName(), tensors, "file");

            String some = "encoder.layer.1.output.dense.weight";
            Tensor taken = tensors.remove(some);
            assertThatThrownBy(() -> StrictLoading.load(encoder.byName(), tensors, "file"))
                    .hasMessageContaining("lacks")
                    .hasMessageContaining(some);
            tensors.put(some, new Tensor(some, new long[] {16, 8}, taken.values(), false));
            assertThatThrownBy(() -> StrictLoading.load(encoder.byName(), tensors, "file"))
                    .hasMessageContaining(some)
                    .hasMessageContaining("[16, 8]")
                    .hasMessageContaining("[8, 16]");
            tensors.put(some, taken);
            tensors.put("pooler.dense.weight", taken);
            assertThatThrownBy(() -> StrictLoading.load(encoder.byName(), tensors, "file"))
                    .hasMessageContaining("pooler.dense.weight");
        }
    }

    private static BertEncoder tiny(NDManager root) {
        BertEncoder encoder = new BertEncoder(TINY, Precision.FP32);
        Shape any = new Shape(1, 1);
        encoder.initialize(root, DataType.FLOAT32, any, any, any);
        Random random = new Random(3);
        encoder.byName().forEach((name, parameter) -> {
            float[] values = new float[(int) parameter.getArray().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian() * 0.5f;
            }
            root.create(values, parameter.getArray().getShape()).copyTo(parameter.getArray());
        });
        return encoder;
    }

    private static Map<String, double[]> weights(BertEncoder encoder) {
        Map<String, double[]> weights = new LinkedHashMap<>();
        encoder.byName().forEach((name, parameter) -> {
            float[] values = parameter.getArray().toFloatArray();
            double[] wide = new double[values.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = values[i];
            }
            weights.put(name, wide);
        });
        return weights;
    }

    /** Runs one sequence padded to {@code length}. */
    private static NDList run(NDManager root, BertEncoder encoder, int[] ids, int[] shapes, int length) {
        long[] wide = new long[length];
        long[] kinds = new long[length];
        float[] mask = new float[length];
        for (int i = 0; i < ids.length; i++) {
            wide[i] = ids[i];
            kinds[i] = shapes[i];
            mask[i] = 1;
        }
        Shape shape = new Shape(1, length);
        NDList inputs = new NDList(root.create(wide, shape), root.create(mask, shape), root.create(kinds, shape));
        return encoder.forward(new ParameterStore(root, false), inputs, false);
    }

    private static void assertClose(float[] actual, double[][] expected, double tolerance) {
        int i = 0;
        for (double[] row : expected) {
            for (double value : row) {
                assertThat((double) actual[i]).as("value %d", i).isCloseTo(value, within(tolerance));
                i++;
            }
        }
        assertThat(actual).hasSize(i);
    }
}
