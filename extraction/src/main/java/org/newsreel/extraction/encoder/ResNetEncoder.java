package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

/**
 * A residual network of bottleneck blocks (He et al. 2016, fig. 5 right and table 1) with torchvision's parameter names
 * and its place for the stride, the 3×3 convolution.
 *
 * <p>Parameters are made in a network's {@link Weights}. Batch normalisation goes by stored statistics in training too,
 * so that a batch may be small; the statistics are arrays that are loaded and not trained. Inference may run on several
 * threads. Results belong to the manager of the pixels.
 *
 * <p>A network at random has statistics of 0 and 1, which normalise nothing; its blocks start with a small last gain so
 * that states don't grow with depth.
 */
public final class ResNetEncoder implements AutoCloseable {
    private static final String METHODS =
            """
            def cn(self, x: Tensor, stride: int, pad: int, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor) -> Tensor:
              return torch.batch_norm(torch.conv2d(x, w, None, [stride, stride], [pad, pad]), g, b, m, v, False, 0.1, $eps, False)
            def stem(self, x: Tensor, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor) -> Tensor:
              return torch.max_pool2d(torch.relu((self).cn(x, 2, 3, w, g, b, m, v, )), [3, 3], [2, 2], [1, 1])
            def narrow(self, x: Tensor, stride: int, w1: Tensor, g1: Tensor, b1: Tensor, m1: Tensor, v1: Tensor, w2: Tensor, g2: Tensor, b2: Tensor, m2: Tensor, v2: Tensor, w3: Tensor, g3: Tensor, b3: Tensor, m3: Tensor, v3: Tensor) -> Tensor:
              y = torch.relu((self).cn(x, 1, 0, w1, g1, b1, m1, v1, ))
              y = torch.relu((self).cn(y, stride, 1, w2, g2, b2, m2, v2, ))
              return (self).cn(y, 1, 0, w3, g3, b3, m3, v3, )
            def block(self, x: Tensor, w1: Tensor, g1: Tensor, b1: Tensor, m1: Tensor, v1: Tensor, w2: Tensor, g2: Tensor, b2: Tensor, m2: Tensor, v2: Tensor, w3: Tensor, g3: Tensor, b3: Tensor, m3: Tensor, v3: Tensor) -> Tensor:
              y = (self).narrow(x, 1, w1, g1, b1, m1, v1, w2, g2, b2, m2, v2, w3, g3, b3, m3, v3, )
              return torch.relu(torch.add(y, x))
            """;

    /** The first block of a stage, whose shortcut is a convolution; {@code $stride} in its name and body. */
    private static final String FIRST =
            """
            def first_$stride(self, x: Tensor, w1: Tensor, g1: Tensor, b1: Tensor, m1: Tensor, v1: Tensor, w2: Tensor, g2: Tensor, b2: Tensor, m2: Tensor, v2: Tensor, w3: Tensor, g3: Tensor, b3: Tensor, m3: Tensor, v3: Tensor, w: Tensor, g: Tensor, b: Tensor, m: Tensor, v: Tensor) -> Tensor:
              y = (self).narrow(x, $stride, w1, g1, b1, m1, v1, w2, g2, b2, m2, v2, w3, g3, b3, m3, v3, )
              return torch.relu(torch.add(y, (self).cn(x, $stride, 0, w, g, b, m, v, )))
            """;

    private static final Initializer SMALL = new ConstantInitializer(0.25f);

    private final ResNetConfig config;
    private final TorchOps ops;
    private final Map<String, Parameter> byName;
    private final NDArray[] stem;
    private final NDArray[][][] block = new NDArray[ResNetConfig.STAGES][][];

    /** A network at random whose parameters' names start with the scope's prefix. */
    public ResNetEncoder(ResNetConfig config, Weights weights) {
        this.config = config;
        List<NDArray> own = new ArrayList<>();
        convolution(own, weights, "conv1", "bn1", Weights.ONES, config.width(), 3, 7);
        stem = own.toArray(NDArray[]::new);
        long in = config.width();
        for (int s = 0; s < ResNetConfig.STAGES; s++) {
            block[s] = new NDArray[config.blocks().get(s)][];
            for (int i = 0; i < block[s].length; i++) {
                Weights scope = weights.in("layer" + (s + 1)).in(Integer.toString(i));
                block[s][i] = block(scope, in, config.inner(s), config.channels(s), i == 0);
                in = config.channels(s);
            }
        }
        byName = weights.own();
        ops = TorchOps.of(METHODS.replace("$eps", Double.toString(config.eps()))
                + FIRST.replace("$stride", "1")
                + FIRST.replace("$stride", "2"));
    }

    /** In the order of the script's arguments. */
    private static NDArray[] block(Weights weights, long in, long inner, long out, boolean first) {
        List<NDArray> own = new ArrayList<>();
        convolution(own, weights, "conv1", "bn1", Weights.ONES, inner, in, 1);
        convolution(own, weights, "conv2", "bn2", Weights.ONES, inner, inner, 3);
        convolution(own, weights, "conv3", "bn3", SMALL, out, inner, 1);
        if (first) {
            convolution(own, weights, "downsample.0", "downsample.1", Weights.ONES, out, in, 1);
        }
        return own.toArray(NDArray[]::new);
    }

    private static void convolution(
            List<NDArray> own,
            Weights weights,
            String conv,
            String norm,
            Initializer gain,
            long out,
            long in,
            long size) {
        own.add(weights.add(conv + ".weight", Weights.HE, out, in, size, size));
        own.add(weights.add(norm + ".weight", gain, out));
        own.add(weights.add(norm + ".bias", Weights.ZEROS, out));
        own.add(weights.fixed(norm + ".running_mean", Weights.ZEROS, out));
        own.add(weights.fixed(norm + ".running_var", Weights.ONES, out));
    }

    public ResNetConfig config() {
        return config;
    }

    /** The parameters and statistics under their publisher's names, in the order of the network. */
    public Map<String, Parameter> byName() {
        return byName;
    }

    /**
     * Encodes pictures.
     *
     * @param pixels {@code [B, 3, H, W]}, normalised as the publisher does; at least 32 pixels each way
     * @return {@code [B, c_i, H / 2^(i+2), W / 2^(i+2)]} of the four stages, {@code c_i} being
     *     {@link ResNetConfig#channels}
     */
    public NDList stages(NDArray pixels) {
        NDArray x = call(stem, "stem", pixels);
        NDList stages = new NDList(ResNetConfig.STAGES);
        for (int s = 0; s < ResNetConfig.STAGES; s++) {
            for (int i = 0; i < block[s].length; i++) {
                x = call(block[s][i], i > 0 ? "block" : s == 0 ? "first_1" : "first_2", x);
            }
            stages.add(x);
        }
        return stages;
    }

    private NDArray call(NDArray[] own, String method, NDArray x) {
        NDArray[] arguments = new NDArray[1 + own.length];
        arguments[0] = x;
        System.arraycopy(own, 0, arguments, 1, own.length);
        return ops.apply(x.getManager(), method, arguments);
    }

    @Override
    public void close() {
        ops.close();
    }
}
