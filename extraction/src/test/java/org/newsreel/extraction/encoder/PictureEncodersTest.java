package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.GradientCheck;
import org.newsreel.extraction.layer.Weights;

/** The convolutional encoders against their equations. */
class PictureEncodersTest {
    private final NDManager root = NDManager.newBaseManager();
    private final Weights weights = new Weights(root);

    @AfterEach
    void close() {
        root.close();
    }

    private static float[] picture(int side) {
        return Plain.random(new Random(5), 3 * side * side, 1);
    }

    /** Values for which hardly any ReLU is near its kink, where a difference is no derivative. */
    private void smooth() {
        Plain.fill(weights.byName(), 2);
        weights.byName().forEach((name, parameter) -> {
            boolean variance = name.endsWith("running_var");
            NDArray array = parameter.getArray();
            float[] values = array.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = variance ? values[i] : values[i] * 0.3f + (name.endsWith("bias") ? 3 : 0);
            }
            array.set(values);
        });
    }

    private static double[][][] block(
            PicturesPlain net, double[][][] x, String p, int width, int stride, boolean first) {
        double[][][] y = net.convolve(x, p + "conv1", width, 1, 1, 0);
        y = PicturesPlain.relu(net.batchNorm(y, p + "bn1"));
        y = PicturesPlain.relu(net.batchNorm(net.convolve(y, p + "conv2", width, 3, stride, 1), p + "bn2"));
        double[][] z = PicturesPlain.rows(net.batchNorm(net.convolve(y, p + "conv3", 4 * width, 1, 1, 0), p + "bn3"));
        double[][][] shortcut = first
                ? net.batchNorm(net.convolve(x, p + "downsample.0", 4 * width, 1, stride, 0), p + "downsample.1")
                : x;
        int side = shortcut[0].length;
        double[][] s = PicturesPlain.rows(shortcut);
        double[][][] sum = new double[s.length][side][side];
        for (int i = 0; i < s.length * side * side; i++) {
            int o = i / side / side;
            int at = i % (side * side);
            sum[o][at / side][at % side] = Math.max(0, s[o][at] + z[o][at]);
        }
        return sum;
    }

    @Test
    void everyStageOfAResidualNetworkEqualsTheEquations() {
        ResNetConfig config = new ResNetConfig(2, List.of(1, 2, 1, 1), 1e-5);
        try (ResNetEncoder encoder = new ResNetEncoder(config, weights.in("image"))) {
            Plain.fill(encoder.byName(), 1);
            PicturesPlain net = new PicturesPlain(new Plain(encoder.byName()));
            NDList stages = encoder.stages(root.create(picture(32), new Shape(1, 3, 32, 32)));
            double[][][] x = net.convolve(PicturesPlain.picture(picture(32), 32), "conv1", 2, 7, 2, 3);
            x = PicturesPlain.maxPool(PicturesPlain.relu(net.batchNorm(x, "bn1")), 3, 2, 1);
            for (int s = 0; s < 4; s++) {
                for (int i = 0; i < config.blocks().get(s); i++) {
                    int stride = i == 0 && s > 0 ? 2 : 1;
                    x = block(net, x, "layer" + (s + 1) + "." + i + ".", 2 << s, stride, i == 0);
                }
                assertThat(stages.get(s).getShape()).isEqualTo(new Shape(1, config.channels(s), 8 >> s, 8 >> s));
                Plain.assertClose(stages.get(s), PicturesPlain.rows(x), 2e-4);
            }
        }
    }

    @Test
    void gradientsReachWhatIsTrainedInAResidualNetworkAndOnlyThat() {
        try (ResNetEncoder encoder = new ResNetEncoder(ResNetConfig.small(2), weights)) {
            smooth();
            GradientCheck.check(
                    root,
                    encoder.byName(),
                    2e-3f,
                    scratch -> Plain.along(
                            scratch,
                            encoder.stages(scratch.create(picture(32), new Shape(1, 3, 32, 32)))
                                    .get(3)));
            assertThat(encoder.byName().get("layer4.0.bn2.running_var").requiresGradient())
                    .isFalse();
            assertThat(encoder.byName().get("layer4.0.bn2.weight").requiresGradient())
                    .isTrue();
        }
    }

    @Test
    void aRandomResidualNetworkKeepsItsStatesInBounds() {
        try (ResNetEncoder encoder = new ResNetEncoder(new ResNetConfig(8, List.of(3, 4, 6, 3), 1e-5), weights)) {
            NDList stages = encoder.stages(root.randomNormal(new Shape(2, 3, 64, 64)));
            assertThat(stages.get(3).square().mean().getFloat()).isBetween(0.05f, 50f);
        }
    }

    private static double[] vgg(Plain plain, VggConfig config, double[][][] picture) {
        PicturesPlain net = new PicturesPlain(plain);
        double[][][] x = picture;
        int step = 0;
        for (int s = 0; s < config.widths().size(); s++) {
            for (int i = 0; i < config.depths().get(s); i++, step += 2) {
                double[] bias = plain.values("features." + step + ".bias");
                x = net.convolve(x, "features." + step, config.widths().get(s), 3, 1, 1);
                x = PicturesPlain.relu(PicturesPlain.each(x, (o, value) -> value + bias[o]));
            }
            x = PicturesPlain.maxPool(x, 2, 2, 0);
            step++;
        }
        double[][] flat = {
            java.util.Arrays.stream(PicturesPlain.rows(x))
                    .flatMapToDouble(java.util.Arrays::stream)
                    .toArray()
        };
        double[][] h = Plain.each(plain.linear(flat, "classifier.0"), value -> Math.max(0, value));
        return Plain.each(plain.linear(h, "classifier.3"), value -> Math.max(0, value))[0];
    }

    @Test
    void vggsFeaturesEqualTheEquations() {
        VggConfig config = new VggConfig(List.of(2, 3), List.of(2, 1), 2, 6);
        VggEncoder encoder = new VggEncoder(config, weights);
        Plain.fill(encoder.byName(), 1);
        double[] expected = vgg(new Plain(encoder.byName()), config, PicturesPlain.picture(picture(8), 8));
        Plain.assertClose(
                encoder.features(root.create(picture(8), new Shape(1, 3, 8, 8))), new double[][] {expected}, 1e-4);
        assertThat(encoder.byName())
                .containsKeys("features.0.weight", "features.2.bias", "features.5.weight", "classifier.3.bias");
        smooth();
        GradientCheck.check(
                root,
                weights.byName(),
                2e-3f,
                scratch -> Plain.along(scratch, encoder.features(scratch.create(picture(8), new Shape(1, 3, 8, 8)))));
    }
}
