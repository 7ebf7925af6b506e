package org.newsreel.training.ablation;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.encoder.ResNetEncoder;
import org.newsreel.extraction.encoder.VggConfig;
import org.newsreel.extraction.encoder.VggEncoder;
import org.newsreel.extraction.encoder.VitConfig;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/**
 * An image encoder that is trained on labelled pictures before a network gets it, as the papers' were.
 *
 * @param size pixels along each side of its pictures
 * @param width values that it makes of a picture
 * @param make the encoder in a set of weights, from pixels {@code [B, 3, H, W]} to {@code [B, width]}
 */
record Eyes(int size, int width, Function<Weights, Function<NDArray, NDArray>> make) {
    /** A vision Transformer: its class token beside the mean of all. */
    static Eyes of(VitConfig config) {
        int d = config.hiddenSize();
        return new Eyes(config.imageSize(), 2 * d, weights -> {
            VitEncoder encoder = new VitEncoder(config, weights);
            return pixels -> {
                NDArray last = encoder.states(pixels, true).get(config.layers());
                return last.get(":, 0").concat(Functions.mean(last, 1), 1);
            };
        });
    }

    /** A residual network: the last stage, in four cells. */
    static Eyes of(ResNetConfig config, int size) {
        int cells = 2;
        int width = config.channels(ResNetConfig.STAGES - 1) * cells * cells;
        return new Eyes(size, width, weights -> {
            ResNetEncoder encoder = new ResNetEncoder(config, weights);
            return pixels -> {
                NDArray last = encoder.stages(pixels).get(ResNetConfig.STAGES - 1);
                return Functions.averagePool(last, cells)
                        .reshape(last.getShape().get(0), width);
            };
        });
    }

    /** A VGG network: its last hidden layer. */
    static Eyes of(VggConfig config, int size) {
        return new Eyes(size, config.hidden(), weights -> new VggEncoder(config, weights)::features);
    }
}
