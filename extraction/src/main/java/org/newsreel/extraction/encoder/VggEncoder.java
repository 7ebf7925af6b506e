package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/**
 * A VGG network (Simonyan and Zisserman 2015, table 1 column D) with torchvision's parameter names, up to its second
 * fully connected layer.
 *
 * <p>Parameters are made in a network's {@link Weights}, at random. Inference may run on several threads. Results belong
 * to the manager of the pixels. Deviation from the publication: no dropout between the fully connected layers.
 */
public final class VggEncoder {
    private final VggConfig config;
    private final Map<String, Parameter> byName;
    private final List<List<Linear>> stages = new ArrayList<>();
    private final Linear first;
    private final Linear second;

    /** A network at random whose parameters' names start with the scope's prefix. */
    public VggEncoder(VggConfig config, Weights weights) {
        this.config = config;
        long in = 3;
        // The publisher numbers the steps: a convolution, its ReLU, …, and after each stage a pooling.
        int step = 0;
        for (int s = 0; s < config.widths().size(); s++) {
            long out = config.widths().get(s);
            List<Linear> stage = new ArrayList<>();
            for (int i = 0; i < config.depths().get(s); i++) {
                Weights scope = weights.in("features").in(Integer.toString(step));
                stage.add(new Linear(
                        scope.add("weight", Weights.HE, out, in, 3, 3), scope.add("bias", Weights.ZEROS, out)));
                in = out;
                step += 2;
            }
            stages.add(stage);
            step++;
        }
        first = connected(weights.in("classifier.0"), in * config.grid() * config.grid());
        second = connected(weights.in("classifier.3"), config.hidden());
        byName = weights.own();
    }

    private Linear connected(Weights weights, long in) {
        long out = config.hidden();
        return new Linear(weights.add("weight", Weights.HE, out, in), weights.add("bias", Weights.ZEROS, out));
    }

    public VggConfig config() {
        return config;
    }

    /** The parameters under their publisher's names, in the order of the network. */
    public Map<String, Parameter> byName() {
        return byName;
    }

    /**
     * Encodes pictures.
     *
     * @param pixels {@code [B, 3, H, W]}, normalised as the publisher does; at least {@code 2^stages} pixels each way
     * @return {@code [B, f]}, the second fully connected layer after its ReLU
     */
    public NDArray features(NDArray pixels) {
        NDArray x = pixels;
        for (List<Linear> stage : stages) {
            for (Linear convolution : stage) {
                x = Functions.relu(Functions.conv2d(x, convolution.weight(), convolution.bias(), 1, 1));
            }
            x = Functions.maxPool(x, 2, 2, 0);
        }
        // [B, c, g, g] -> [B, c·g·g]
        x = Functions.averagePool(x, config.grid()).reshape(pixels.getShape().get(0), -1);
        return Functions.relu(second.apply(Functions.relu(first.apply(x))));
    }
}
