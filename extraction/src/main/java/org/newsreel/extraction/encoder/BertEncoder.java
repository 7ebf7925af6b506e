package org.newsreel.extraction.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

/**
 * BERT with its publisher's parameter names; RoBERTa and XLM-R are the same network in another {@link BertLayout}.
 *
 * <p>It is used in one of two ways: as a DJL block whose parameters a trainer initialises and looks up, or as part of a
 * network that keeps all its parameters in one {@link Weights}, through {@link #states}.
 *
 * <p>Input: word piece ids {@code [B, n]} (int64), mask {@code [B, n]} (float32, 1 for a piece and 0 for padding) and,
 * when the configuration has a letter-case table, {@link WordShape} ordinals {@code [B, n]} (int64). Output: the hidden
 * states {@code [B, n, d]} of the embeddings and of every layer, {@code L + 1} arrays, the last layer last.
 *
 * <p>Inference may run on several threads.
 *
 * <p>Deviations from the publication: one segment only; no dropout on attention weights; an optional table of letter
 * case, zero at first, so that the encoder starts as published.
 */
public final class BertEncoder extends AbstractBlock implements TextEncoder {
    /** Name of the letter-case table, which no publisher's checkpoint has. */
    public static final String SHAPE_TABLE = "embeddings.shape_embeddings.weight";

    private static final String[] EMBEDDING = {
        "embeddings.word_embeddings.weight",
        "embeddings.position_embeddings.weight",
        "embeddings.token_type_embeddings.weight"
    };

    private final BertConfig config;
    private final BertLayout layout;
    private final Precision precision;
    private final Optional<Weights> weights;
    private final TorchOps ops;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Parameter[] embedding;
    private final Parameter[][] layer;
    private PackedLayers packed;

    /** An encoder without weights; initialise it, then load a checkpoint into {@link #byName()}. */
    public BertEncoder(BertConfig config, Precision precision) {
        this(config, BertLayout.BERT, precision, Optional.empty());
    }

    /** An encoder whose parameters are made, at random, in a network's weights; the scope's prefix comes before names. */
    public BertEncoder(BertConfig config, BertLayout layout, Weights weights) {
        this(config, layout, Precision.FP32, Optional.of(weights));
    }

    private BertEncoder(BertConfig config, BertLayout layout, Precision precision, Optional<Weights> weights) {
        this.config = config;
        this.layout = layout;
        this.precision = precision;
        this.weights = weights;
        int d = config.hiddenSize();
        matrix(EMBEDDING[0], config.vocabSize(), d);
        matrix(EMBEDDING[1], config.maxPositions() + layout.firstPosition(), d);
        matrix(EMBEDDING[2], layout.tokenTypes(), d);
        if (config.shapes() > 0) {
            add(SHAPE_TABLE, Parameter.Type.WEIGHT, new ConstantInitializer(0), config.shapes(), d);
        }
        norm("embeddings.LayerNorm");
        embedding = byName.values().toArray(Parameter[]::new);
        layer = new Parameter[config.layers()][];
        for (int i = 0; i < layer.length; i++) {
            int before = byName.size();
            String prefix = "encoder.layer." + i + ".";
            linear(prefix + "attention.self.query", d, d);
            linear(prefix + "attention.self.key", d, d);
            linear(prefix + "attention.self.value", d, d);
            linear(prefix + "attention.output.dense", d, d);
            norm(prefix + "attention.output.LayerNorm");
            linear(prefix + "intermediate.dense", config.intermediateSize(), d);
            linear(prefix + "output.dense", d, config.intermediateSize());
            norm(prefix + "output.LayerNorm");
            layer[i] = byName.values().stream().skip(before).toArray(Parameter[]::new);
        }
        ops = TorchOps.of(BertScript.methods(config, precision));
    }

    public BertConfig config() {
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

    /** The parameters under their publisher's names, in the order of the network. */
    @Override
    public Map<String, Parameter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        Device device = inputs.head().getDevice();
        return run(p -> store.getValue(p, device, training), inputs, List.of(), training);
    }

    @Override
    public NDList states(NDArray ids, NDArray mask, boolean training) {
        return states(ids, mask, List.of(), training);
    }

    /**
     * Encodes windows of text whose layers attend to more than the text.
     *
     * @param prefixes none, or one for each layer: keys and values {@code [B, p, d]} that every position attends to
     *     beside those of the text, which come after them; {@code p} may differ from layer to layer
     * @return as {@link #states(NDArray, NDArray, boolean)}
     * @throws IllegalStateException when the encoder has a letter-case table, which only a block's call fills
     */
    public NDList states(NDArray ids, NDArray mask, List<Prefix> prefixes, boolean training) {
        if (config.shapes() > 0) {
            throw new IllegalStateException(
                    "an encoder with a table of letter case needs the letter case of its words");
        }
        if (!prefixes.isEmpty() && prefixes.size() != config.layers()) {
            throw new IllegalArgumentException(
                    prefixes.size() + " prefixes for an encoder of " + config.layers() + " layers");
        }
        return run(Parameter::getArray, new NDList(ids, mask), prefixes, training);
    }

    /**
     * What every layer attends to, without dropout: {@code L} arrays {@code [B, h, n, n]} whose rows sum to 1. Parameters
     * and temporaries are as in {@link #states(NDArray, NDArray, boolean)}.
     */
    public List<NDArray> attention(NDArray ids, NDArray mask) {
        NDList states = states(ids, mask, false);
        NDArray bias = bias(mask);
        List<NDArray> maps = new ArrayList<>();
        for (int i = 0; i < layer.length; i++) {
            // The first four of a layer are the query's and the key's weight and bias.
            Parameter[] projections = Arrays.copyOf(layer[i], 4);
            maps.add(call(Parameter::getArray, projections, "map", states.get(i), bias));
        }
        return maps;
    }

    private NDList run(Function<Parameter, NDArray> value, NDList inputs, List<Prefix> prefixes, boolean training) {
        NDArray ids = inputs.get(0);
        NDManager manager = ids.getManager();
        long n = ids.getShape().get(1);
        if (n > config.maxPositions()) {
            throw new IllegalArgumentException(
                    "a window of " + n + " word pieces is longer than the encoder's " + config.maxPositions());
        }
        if (training && packed != null) {
            throw new IllegalStateException("an encoder that was packed for inference can't be trained any more");
        }
        String mode = training ? "_train" : "";
        NDArray mask = bias(inputs.get(1));
        int first = layout.firstPosition();
        NDArray positions = manager.arange(first, first + (int) n, 1, DataType.INT64);
        NDArray x = config.shapes() > 0
                ? call(value, embedding, "embed" + mode, ids, positions, inputs.get(2))
                : call(value, embedding, "embed_plain" + mode, ids, positions);
        NDList states = new NDList(config.layers() + 1);
        states.add(x);
        if (packed != null && prefixes.isEmpty()) {
            states.addAll(packed.run(manager, x, mask));
            return states;
        }
        for (int i = 0; i < layer.length; i++) {
            if (prefixes.isEmpty()) {
                x = call(value, layer[i], "layer" + mode, x, mask);
            } else {
                Prefix prefix = prefixes.get(i);
                NDArray wider = prefix.widen(mask);
                x = call(value, layer[i], "layer_after" + mode, x, wider, prefix.keys(), prefix.values());
            }
            states.add(x);
        }
        return states;
    }

    /** [B, n] of 1 and 0 -> [B, 1, 1, n] of 0 and -10000, added to the attention scores. */
    private static NDArray bias(NDArray mask) {
        return mask.sub(1f)
                .mul(-Functions.MASKED)
                .reshape(mask.getShape().get(0), 1, 1, mask.getShape().get(1));
    }

    /**
     * Copies the layers' weights into the form that inference on the processor is fastest with. From then on the encoder
     * only infers, and a change of its parameters has no effect on it. On a GPU, and where PyTorch lacks oneDNN, nothing
     * happens. Call it before the encoder is shared by threads.
     *
     * @return whether the encoder runs on packed weights now
     */
    public boolean pack() {
        NDList parameters = new NDList();
        for (Parameter[] one : layer) {
            for (Parameter parameter : one) {
                parameters.add(parameter.getArray());
            }
        }
        if (packed == null && !parameters.head().getDevice().isGpu()) {
            packed = PackedLayers.of(config, precision, parameters).orElse(null);
        }
        return packed != null;
    }

    private NDArray call(Function<Parameter, NDArray> value, Parameter[] own, String method, NDArray... inputs) {
        NDArray[] arguments = new NDArray[inputs.length + own.length];
        System.arraycopy(inputs, 0, arguments, 0, inputs.length);
        for (int i = 0; i < own.length; i++) {
            arguments[inputs.length + i] = value.apply(own[i]);
        }
        return ops.apply(inputs[0].getManager(), method, arguments);
    }

    private void matrix(String name, long rows, long columns) {
        add(name, Parameter.Type.WEIGHT, new NormalInitializer(0.02f), rows, columns);
    }

    private void linear(String name, long out, long in) {
        matrix(name + ".weight", out, in);
        add(name + ".bias", Parameter.Type.BIAS, Initializer.ZEROS, out);
    }

    private void norm(String name) {
        add(name + ".weight", Parameter.Type.GAMMA, Initializer.ONES, config.hiddenSize());
        add(name + ".bias", Parameter.Type.BETA, Initializer.ZEROS, config.hiddenSize());
    }

    private void add(String name, Parameter.Type type, Initializer initializer, long... shape) {
        if (weights.isPresent()) {
            weights.get().add(name, initializer, shape);
            byName.put(name, addParameter(weights.get().own().get(name)));
            return;
        }
        byName.put(
                name,
                addParameter(Parameter.builder()
                        .setName(name)
                        .setType(type)
                        .optShape(new Shape(shape))
                        .optInitializer(initializer)
                        .build()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape state = new Shape(inputs[0].get(0), inputs[0].get(1), config.hiddenSize());
        Shape[] shapes = new Shape[config.layers() + 1];
        Arrays.fill(shapes, state);
        return shapes;
    }

    @Override
    public void close() {
        if (packed != null) {
            packed.close();
            packed = null;
        }
        ops.close();
    }
}
