package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

/**
 * A Longformer (Beltagy et al. 2020) with its publisher's parameter names: BERT for long texts, in which a position sees
 * those within reach to either side and the global ones at the start. Time and memory grow linearly with the length.
 *
 * <p>Parameters are made in a network's {@link Weights}, at random. Inference may run on several threads. Results belong
 * to the manager of the ids. Deviations from the publication: one segment only; no dropout on attention weights; global
 * positions are the first of a text, the same for all.
 */
public final class LongformerEncoder implements TextEncoder {
    private static final List<String> PROJECTIONS =
            List.of("query", "key", "value", "query_global", "key_global", "value_global");

    private final LongformerConfig config;
    private final TorchOps ops;
    private final Map<String, Parameter> byName;
    private final NDArray[] embedding;
    private final NDArray[][] layer;

    /** An encoder at random whose parameters' names start with the scope's prefix. */
    public LongformerEncoder(LongformerConfig config, Weights weights) {
        this.config = config;
        long d = config.hiddenSize();
        List<NDArray> tables = new ArrayList<>();
        Weights input = weights.in("embeddings");
        tables.add(input.add("word_embeddings.weight", Weights.NORMAL, config.vocabSize(), d));
        long positions = config.maxPositions() + BertLayout.ROBERTA.firstPosition();
        tables.add(input.add("position_embeddings.weight", Weights.NORMAL, positions, d));
        tables.add(input.add("token_type_embeddings.weight", Weights.NORMAL, BertLayout.ROBERTA.tokenTypes(), d));
        norm(tables, input, "LayerNorm");
        embedding = tables.toArray(NDArray[]::new);
        layer = new NDArray[config.layers()][];
        for (int i = 0; i < layer.length; i++) {
            layer[i] = layer(weights.in("encoder.layer").in(Integer.toString(i)));
        }
        byName = weights.own();
        ops = TorchOps.of(LongformerScript.methods(config));
    }

    /** In the order of the script's arguments. */
    private NDArray[] layer(Weights weights) {
        long d = config.hiddenSize();
        List<NDArray> own = new ArrayList<>();
        for (String projection : PROJECTIONS) {
            add(own, weights.pretrained("attention.self." + projection, d, d));
        }
        add(own, weights.pretrained("attention.output.dense", d, d));
        norm(own, weights, "attention.output.LayerNorm");
        add(own, weights.pretrained("intermediate.dense", d, config.intermediateSize()));
        add(own, weights.pretrained("output.dense", config.intermediateSize(), d));
        norm(own, weights, "output.LayerNorm");
        return own.toArray(NDArray[]::new);
    }

    private static void add(List<NDArray> own, Linear linear) {
        own.add(linear.weight());
        own.add(linear.bias());
    }

    private void norm(List<NDArray> own, Weights weights, String name) {
        own.add(weights.add(name + ".weight", Weights.ONES, config.hiddenSize()));
        own.add(weights.add(name + ".bias", Weights.ZEROS, config.hiddenSize()));
    }

    public LongformerConfig config() {
        return config;
    }

    @Override
    public int hiddenSize() {
        return config.hiddenSize();
    }

    @Override
    public int layers() {
        return config.layers();
    }

    @Override
    public int maxPositions() {
        return config.maxPositions();
    }

    @Override
    public Map<String, Parameter> byName() {
        return byName;
    }

    @Override
    public NDList states(NDArray ids, NDArray mask, boolean training) {
        int n = (int) ids.getShape().get(1);
        if (n > config.maxPositions() || n < config.globals()) {
            throw new IllegalArgumentException("a text of " + n + " word pieces is not between the encoder's "
                    + config.globals() + " and " + config.maxPositions());
        }
        NDManager manager = ids.getManager();
        String mode = training ? "_train" : "";
        int first = BertLayout.ROBERTA.firstPosition();
        NDArray positions = manager.arange(first, first + n, 1, DataType.INT64);
        NDArray bias = bias(mask);
        NDArray x = call(embedding, "embed" + mode, ids, positions);
        NDList states = new NDList(config.layers() + 1);
        states.add(x);
        int reach = config.reach();
        boolean near = n <= reach + 1;
        NDArray pad = manager.create((long) (reach - n % reach) % reach);
        // A query r of a block and a key c of the three blocks around it are r + reach - c apart.
        NDArray band = band(manager, reach, 3 * reach, reach);
        NDArray sight = near ? band : ops.apply(manager, "sight", bias, band, pad);
        for (NDArray[] own : layer) {
            x = near ? call(own, "layer_near" + mode, x, bias) : call(own, "layer_far" + mode, x, bias, sight, pad);
            states.add(x);
        }
        return states;
    }

    /**
     * What every layer attends to, without dropout: {@code L} arrays {@code [B, h, n, n]} whose rows sum to 1. They take
     * memory that grows with the square of the length.
     */
    public List<NDArray> attention(NDArray ids, NDArray mask) {
        NDList states = states(ids, mask, false);
        int n = (int) ids.getShape().get(1);
        int globals = config.globals();
        NDArray band = band(ids.getManager(), n, n, 0);
        if (n > globals) {
            NDArray seen = ids.getManager().zeros(new Shape(n, globals));
            band = seen.concat(band.get(":, " + globals + ":"), 1);
        }
        NDArray bias = bias(mask);
        List<NDArray> maps = new ArrayList<>();
        for (int i = 0; i < layer.length; i++) {
            // Weight and bias of query and key, then, after those of the value, of the global query and key.
            NDArray[] own = {
                layer[i][0], layer[i][1], layer[i][2], layer[i][3], layer[i][6], layer[i][7], layer[i][8], layer[i][9]
            };
            maps.add(call(own, "map", states.get(i), bias, band));
        }
        return maps;
    }

    /** {@code [rows, columns]}, 0 where row and column plus shift are within reach and -10000 elsewhere. */
    private NDArray band(NDManager manager, int rows, int columns, int shift) {
        NDArray row = manager.arange((float) rows).reshape(rows, 1).add(shift);
        NDArray apart =
                row.sub(manager.arange((float) columns).reshape(1, columns)).abs();
        return apart.gt(config.reach()).toType(DataType.FLOAT32, false).mul(Functions.MASKED);
    }

    /** [B, n] of 1 and 0 -> [B, 1, 1, n] of 0 and -10000, added to the attention scores. */
    private static NDArray bias(NDArray mask) {
        long b = mask.getShape().get(0);
        return mask.sub(1f)
                .mul(-Functions.MASKED)
                .reshape(b, 1, 1, mask.getShape().get(1));
    }

    private NDArray call(NDArray[] own, String method, NDArray... inputs) {
        NDArray[] arguments = Arrays.copyOf(inputs, inputs.length + own.length);
        System.arraycopy(own, 0, arguments, inputs.length, own.length);
        return ops.apply(inputs[0].getManager(), method, arguments);
    }

    @Override
    public void close() {
        ops.close();
    }
}
