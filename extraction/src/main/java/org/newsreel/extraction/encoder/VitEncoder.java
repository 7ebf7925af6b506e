package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

/**
 * A vision Transformer (Dosovitskiy et al. 2021), or CLIP's vision tower, with its publisher's parameter names. A picture
 * of {@code P} patches becomes {@code 1 + P} positions, the class token first, then the patches row by row.
 *
 * <p>Parameters are made in a network's {@link Weights}, at random. Inference may run on several threads. Results belong
 * to the manager of the pixels.
 *
 * <p>Deviations from the publications: no dropout; CLIP's last norm is applied to all positions, where its publisher
 * applies it to the class token only.
 */
public final class VitEncoder implements AutoCloseable {
    private final VitConfig config;
    private final TorchOps ops;
    private final Map<String, Parameter> byName;
    private final NDArray[] embedding;
    private final NDArray[] before;
    private final NDArray[][] layer;
    private final NDArray[] after;

    /** An encoder at random whose parameters' names start with the scope's prefix. */
    public VitEncoder(VitConfig config, Weights weights) {
        this.config = config;
        Names names = config.clip() ? Names.CLIP : Names.VIT;
        int d = config.hiddenSize();
        int p = config.patchSize();
        List<NDArray> tables = new ArrayList<>();
        tables.add(
                weights.add(names.classToken, Weights.NORMAL, config.clip() ? new long[] {d} : new long[] {1, 1, d}));
        long[] positions =
                config.clip() ? new long[] {1 + config.patches(), d} : new long[] {1, 1 + config.patches(), d};
        tables.add(weights.add(names.positions, Weights.NORMAL, positions));
        tables.add(weights.add(names.patches + ".weight", Weights.NORMAL, d, 3, p, p));
        if (!config.clip()) {
            tables.add(weights.add(names.patches + ".bias", Weights.ZEROS, d));
        }
        embedding = tables.toArray(NDArray[]::new);
        // The misspelling is the publisher's.
        before = config.clip() ? norm(weights, "vision_model.pre_layrnorm") : new NDArray[0];
        layer = new NDArray[config.layers()][];
        for (int i = 0; i < layer.length; i++) {
            layer[i] = layer(weights.in(names.layers + i), names);
        }
        after = norm(weights, names.lastNorm);
        byName = weights.own();
        ops = TorchOps.of(VitScript.methods(config));
    }

    /** What the two publishers call the same things. */
    private enum Names {
        VIT(
                "embeddings.cls_token",
                "embeddings.position_embeddings",
                "embeddings.patch_embeddings.projection",
                "encoder.layer.",
                "layernorm_before",
                "attention.attention.query",
                "attention.attention.key",
                "attention.attention.value",
                "attention.output.dense",
                "layernorm_after",
                "intermediate.dense",
                "output.dense",
                "layernorm"),
        CLIP(
                "vision_model.embeddings.class_embedding",
                "vision_model.embeddings.position_embedding.weight",
                "vision_model.embeddings.patch_embedding",
                "vision_model.encoder.layers.",
                "layer_norm1",
                "self_attn.q_proj",
                "self_attn.k_proj",
                "self_attn.v_proj",
                "self_attn.out_proj",
                "layer_norm2",
                "mlp.fc1",
                "mlp.fc2",
                "vision_model.post_layernorm");

        private final String classToken;
        private final String positions;
        private final String patches;
        private final String layers;
        private final String firstNorm;
        private final String query;
        private final String key;
        private final String value;
        private final String output;
        private final String secondNorm;
        private final String inner;
        private final String outer;
        private final String lastNorm;

        Names(String... names) {
            classToken = names[0];
            positions = names[1];
            patches = names[2];
            layers = names[3];
            firstNorm = names[4];
            query = names[5];
            key = names[6];
            value = names[7];
            output = names[8];
            secondNorm = names[9];
            inner = names[10];
            outer = names[11];
            lastNorm = names[12];
        }
    }

    /** In the order of the script's arguments. */
    private NDArray[] layer(Weights weights, Names names) {
        int d = config.hiddenSize();
        List<NDArray> own = new ArrayList<>(List.of(norm(weights, names.firstNorm)));
        for (String name : List.of(names.query, names.key, names.value, names.output)) {
            add(own, weights.pretrained(name, d, d));
        }
        own.addAll(List.of(norm(weights, names.secondNorm)));
        add(own, weights.pretrained(names.inner, d, config.intermediateSize()));
        add(own, weights.pretrained(names.outer, config.intermediateSize(), d));
        return own.toArray(NDArray[]::new);
    }

    private static void add(List<NDArray> all, Linear linear) {
        all.add(linear.weight());
        all.add(linear.bias());
    }

    private NDArray[] norm(Weights weights, String name) {
        int d = config.hiddenSize();
        return new NDArray[] {
            weights.add(name + ".weight", Weights.ONES, d), weights.add(name + ".bias", Weights.ZEROS, d)
        };
    }

    public VitConfig config() {
        return config;
    }

    /** The parameters under their publisher's names, in the order of the network. */
    public Map<String, Parameter> byName() {
        return byName;
    }

    /**
     * Encodes pictures.
     *
     * @param pixels {@code [B, 3, H, W]}, normalised as the publisher does, {@code H = W = imageSize}
     * @return {@code [B, 1 + P, d]} of the embeddings and of every layer, {@code L + 1} arrays, the last one after the
     *     final norm
     */
    public NDList states(NDArray pixels, boolean training) {
        NDList raw = layers(pixels);
        NDArray last = raw.remove(raw.size() - 1);
        raw.add(call(after, "norm", last));
        return raw;
    }

    /** What every layer attends to: {@code L} arrays {@code [B, h, 1 + P, 1 + P]} whose rows sum to 1. */
    public List<NDArray> attention(NDArray pixels) {
        NDList states = layers(pixels);
        List<NDArray> maps = new ArrayList<>();
        for (int i = 0; i < layer.length; i++) {
            // The first six of a layer are the norm, the query and the key.
            maps.add(call(java.util.Arrays.copyOf(layer[i], 6), "map", states.get(i)));
        }
        return maps;
    }

    private NDList layers(NDArray pixels) {
        int side = config.imageSize();
        Shape shape = pixels.getShape();
        if (shape.dimension() != 4 || shape.get(1) != 3 || shape.get(2) != side || shape.get(3) != side) {
            throw new IllegalArgumentException("pictures must be [B, 3, " + side + ", " + side + "] but are " + shape);
        }
        NDArray x = call(embedding, config.clip() ? "embed_plain" : "embed", pixels);
        if (config.clip()) {
            x = call(before, "norm", x);
        }
        NDList states = new NDList(layer.length + 1);
        states.add(x);
        for (NDArray[] own : layer) {
            x = call(own, "layer", x);
            states.add(x);
        }
        return states;
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
