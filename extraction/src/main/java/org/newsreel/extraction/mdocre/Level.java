package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/** How the modalities are fused at one level, local or global. */
sealed interface Level {
    /** Both streams afterwards. */
    Streams fuse(Streams streams, boolean training);

    static Level of(Weights weights, MdocreConfig config, int layers) {
        return switch (config.parts().architecture()) {
            case TEXT_GUIDED -> new TextGuided(Prompt.of(weights, config), layers(weights, "visual", config, layers));
            case VISUAL_GUIDED -> new VisualGuided(Prompt.of(weights, config), layers(weights, "text", config, layers));
            case TWO_STREAM ->
                new TwoStream(
                        layers(weights, "visual", config, layers),
                        layers(weights, "visualself", config, layers),
                        layers(weights, "text", config, layers),
                        layers(weights, "textself", config, layers));
            case ONE_STREAM -> new OneStream(layers(weights, "joint", config, layers));
        };
    }

    private static List<FusionLayer> layers(Weights weights, String name, MdocreConfig config, int count) {
        List<FusionLayer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(FusionLayer.of(weights.in(name + "." + i), config));
        }
        return layers;
    }

    /** φ = L·W_t: what guides, as keys and as values. */
    record Prompt(NDArray key, NDArray value) {
        static Prompt of(Weights weights, MdocreConfig config) {
            int d = config.hiddenSize();
            return new Prompt(
                    weights.add("prompt.key.weight", Weights.XAVIER, d, d),
                    weights.add("prompt.value.weight", Weights.XAVIER, d, d));
        }

        NDArray keys(NDArray guide) {
            return Functions.linear(guide, key);
        }

        NDArray values(NDArray guide) {
            return Functions.linear(guide, value);
        }
    }

    /** {@code K = [φ_k; P]·W_K}, {@code V = [φ_v; P]·W_V}, {@code Q = P·W_Q} in every layer. */
    record TextGuided(Prompt prompt, List<FusionLayer> layers) implements Level {
        @Override
        public Streams fuse(Streams streams, boolean training) {
            NDArray keys = prompt.keys(streams.text());
            NDArray values = prompt.values(streams.text());
            NDArray bias = Streams.bias(streams.eachGroup(streams.textMask()).concat(streams.visualMask(), 1));
            NDArray x = streams.visual();
            for (FusionLayer layer : layers) {
                // A document's prompts are projected once, not once a frame.
                NDArray k = streams.eachGroup(layer.key().apply(keys))
                        .concat(layer.key().apply(x), 1);
                NDArray v = streams.eachGroup(layer.value().apply(values))
                        .concat(layer.value().apply(x), 1);
                x = layer.apply(x, k, v, bias, training);
            }
            return streams.with(x, streams.text());
        }
    }

    /** The same with the modalities exchanged: the text is what is fused into, by all pictures of its document. */
    record VisualGuided(Prompt prompt, List<FusionLayer> layers) implements Level {
        @Override
        public Streams fuse(Streams streams, boolean training) {
            NDArray guide = streams.packed(streams.visual());
            NDArray keys = prompt.keys(guide);
            NDArray values = prompt.values(guide);
            NDArray bias = Streams.bias(streams.packedMask().concat(streams.textMask(), 1));
            NDArray x = streams.text();
            for (FusionLayer layer : layers) {
                NDArray k = layer.key().apply(keys).concat(layer.key().apply(x), 1);
                NDArray v = layer.value().apply(values).concat(layer.value().apply(x), 1);
                x = layer.apply(x, k, v, bias, training);
            }
            return streams.with(streams.visual(), x);
        }
    }

    /** Each layer attends to the other modality, then to its own (Lu et al. 2019). */
    record TwoStream(
            List<FusionLayer> visual, List<FusionLayer> visualSelf, List<FusionLayer> text, List<FusionLayer> textSelf)
            implements Level {
        @Override
        public Streams fuse(Streams streams, boolean training) {
            NDArray textBias = Streams.bias(streams.textMask());
            NDArray eachBias = Streams.bias(streams.eachGroup(streams.textMask()));
            NDArray visualBias = Streams.bias(streams.visualMask());
            NDArray packedBias = Streams.bias(streams.packedMask());
            NDArray v = streams.visual();
            NDArray t = streams.text();
            for (int i = 0; i < visual.size(); i++) {
                NDArray seen = visual.get(i).apply(v, streams.eachGroup(t), eachBias, training);
                NDArray told = text.get(i).apply(t, streams.packed(v), packedBias, training);
                v = visualSelf.get(i).apply(seen, seen, visualBias, training);
                t = textSelf.get(i).apply(told, told, textBias, training);
            }
            return streams.with(v, t);
        }
    }

    /** Text and frames in one sequence (Li et al. 2019); each document is one group. */
    record OneStream(List<FusionLayer> joint) implements Level {
        @Override
        public Streams fuse(Streams streams, boolean training) {
            long n = streams.text().getShape().get(1);
            NDArray x = streams.text().concat(streams.visual(), 1);
            NDArray bias = Streams.bias(streams.textMask().concat(streams.visualMask(), 1));
            for (FusionLayer layer : joint) {
                x = layer.apply(x, x, bias, training);
            }
            return streams.with(x.get(":, " + n + ":"), x.get(":, :" + n));
        }
    }
}
