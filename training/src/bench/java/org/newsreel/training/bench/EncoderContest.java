package org.newsreel.training.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.ontology.bench.BenchReport;

/** The encoder beside onnxruntime, with the same weights and inputs. */
final class EncoderContest {
    private static final String AIM = "at most 0.75";

    private EncoderContest() {}

    static void run(int repetitions, int threads) throws IOException, OrtException {
        byte[] model;
        try (InputStream in = PretrainedEncoder.class.getResourceAsStream("/bge-small-en-v1.5.onnx")) {
            model = in.readAllBytes();
        }
        BenchReport report = new BenchReport("encoder", "The text encoder beside onnxruntime")
                .remark(
                        "12 layers, d = 384, the same weights and inputs, %d threads each; medians of %d.",
                        threads, repetitions);
        try (NDManager root = NDManager.newBaseManager(Device.cpu(), "PyTorch");
                BertEncoder exact = encoder(root, Precision.FP32);
                BertEncoder half = encoder(root, Precision.BF16);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            TorchOps.inferOnThisThread();
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // As PyTorch's threads here; else waiting would count as processor time and take the core from others.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession session = environment.createSession(model, options)) {
                for (int[] size : new int[][] {{1, 128}, {8, 256}}) {
                    Inputs inputs = Inputs.of(size[0], size[1]);
                    compare(report, repetitions, inputs, root, exact, half, () -> onnx(environment, session, inputs));
                }
            }
        }
        report.write();
    }

    private static void compare(
            BenchReport report,
            int repetitions,
            Inputs inputs,
            NDManager root,
            BertEncoder exact,
            BertEncoder half,
            Supplier<float[]> onnx) {
        float[] expected = onnx.get();
        double[] fp32 = differences(inputs, expected, run(root, exact, inputs));
        double[] bf16 = differences(inputs, expected, run(root, half, inputs));
        assertThat(fp32[0]).isLessThan(1e-4);
        assertThat(bf16[1]).isLessThan(0.01);
        // The processor's clock ticks every 10 ms: measure enough calls to see past that.
        int calls = Math.max(1, 2048 / inputs.ids().length);
        List<Contest.Result> results = Contest.of(
                2,
                repetitions,
                List.of(
                        new Contest.Side("onnxruntime 1.22.0, fp32", times(calls, onnx)),
                        new Contest.Side("Newsreel, fp32", times(calls, () -> run(root, exact, inputs))),
                        new Contest.Side("Newsreel, bf16", times(calls, () -> run(root, half, inputs)))));
        double[][] differences = {{0, 0}, fp32, bf16};
        Contest.Result base = results.get(0);
        String batch = inputs.rows() + " × " + inputs.columns();
        for (Contest.Result r : results) {
            double ratio = r.seconds() / base.seconds();
            double millis = r.seconds() * 1000 / calls;
            if (r == base) {
                report.compared(batch, r.name(), millis, "ms", ratio);
            } else {
                report.compared(batch, r.name(), millis, "ms", ratio, AIM);
            }
        }
        for (Contest.Result r : results) {
            report.compared(
                    batch + ", of the processor",
                    r.name(),
                    r.processorSeconds() * 1000 / calls,
                    "ms",
                    r.processorSeconds() / base.processorSeconds());
        }
        for (int i = 1; i < results.size(); i++) {
            report.figure(batch + ", mean difference of states", results.get(i).name(), differences[i][1], "");
        }
    }

    private static Runnable times(int calls, Supplier<float[]> one) {
        return () -> {
            for (int i = 0; i < calls; i++) {
                if (one.get().length == 0) {
                    throw new IllegalStateException("the encoder gave no states");
                }
            }
        };
    }

    private static BertEncoder encoder(NDManager root, Precision precision) {
        BertEncoder encoder = new BertEncoder(BertConfig.bgeSmall(), precision);
        Shape any = new Shape(1, 1);
        encoder.initialize(root, DataType.FLOAT32, any, any, any);
        PretrainedEncoder.loadInto(encoder);
        encoder.pack();
        return encoder;
    }

    private static float[] run(NDManager root, BertEncoder encoder, Inputs inputs) {
        try (NDManager manager = root.newSubManager()) {
            Shape shape = new Shape(inputs.rows(), inputs.columns());
            NDArray shapes = manager.zeros(shape, DataType.INT64);
            NDList states = encoder.forward(
                    new ParameterStore(manager, false),
                    new NDList(manager.create(inputs.ids(), shape), manager.create(inputs.floatMask(), shape), shapes),
                    false);
            return states.get(states.size() - 1).toFloatArray();
        }
    }

    private static float[] onnx(OrtEnvironment environment, OrtSession session, Inputs inputs) {
        long[] shape = {inputs.rows(), inputs.columns()};
        long[] segments = new long[inputs.ids().length];
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(inputs.ids()), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(inputs.mask()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(segments), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] states = new float[values.remaining()];
            values.get(states);
            return states;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Largest and mean difference over the pieces that are no padding. */
    private static double[] differences(Inputs inputs, float[] expected, float[] actual) {
        double most = 0;
        double sum = 0;
        long count = 0;
        int d = expected.length / inputs.ids().length;
        for (int i = 0; i < expected.length; i++) {
            if (inputs.mask()[i / d] == 1) {
                double difference = Math.abs(expected[i] - actual[i]);
                most = Math.max(most, difference);
                sum += difference;
                count++;
            }
        }
        return new double[] {most, sum / count};
    }

    /** Rows of word pieces, each a little shorter than the one before. */
    private record Inputs(int rows, int columns, long[] ids, long[] mask) {
        static Inputs of(int rows, int columns) {
            Random random = new Random(1);
            long[] ids = random.longs((long) rows * columns, 1000, 30000).toArray();
            long[] mask = new long[ids.length];
            for (int row = 0; row < rows; row++) {
                java.util.Arrays.fill(mask, row * columns, (row + 1) * columns - row * columns / 32, 1);
            }
            return new Inputs(rows, columns, ids, mask);
        }

        float[] floatMask() {
            float[] values = new float[mask.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = mask[i];
            }
            return values;
        }
    }
}
