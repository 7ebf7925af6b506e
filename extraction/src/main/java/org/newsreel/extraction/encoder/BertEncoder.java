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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.layer.TorchOps;

/**
 * BERT with its publisher's parameter names.
 *
 * <p>Input: word piece ids {@code [B, n]} (int64), mask {@code [B, n]} (float32, 1 for a piece and 0 for padding) and,
 * when the configuration has a letter-case table, {@link WordShape} ordinals {@code [B, n]} (int64). Output: the hidden
 * states {@code [B, n, d]} of the embeddings and of every layer, {@code L + 1} arrays, the last layer last.
 *
 * <p>Deviations from the publication: one segment only; no dropout on attention weights; an optional table of letter
 * case, zero at first, so that the encoder starts as published.
 */
public final class BertEncoder extends AbstractBlock implements AutoCloseable {
    /** Name of the letter-case table, which no publisher's checkpoint has. */
    public static final String SHAPE_TABLE = "embeddings.shape_embeddings.weight";

    private static final String[] EMBEDDING = {
        "embeddings.word_embeddings.weight",
        "embeddings.position_embeddings.weight",
        "embeddings.token_type_embeddings.weight"
    };
    private static final float MASKED = 10_000f;

    private final BertConfig config;
    private final Precision precision;
    private final TorchOps ops;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Parameter[] embedding;
    private final Parameter[][] layer;
    private PackedLayers packed;

    /** An encoder without weights; initialise it, then load a checkpoint into {@link #byName()}. */
    public BertEncoder(BertConfig config, Precision precision) {
        this.config = config;
        this.precision = precision;
        int d = config.hiddenSize();
        matrix(EMBEDDING[0], config.vocabSize(), d);
        matrix(EMBEDDING[1], config.maxPositions(), d);
        matrix(EMBEDDING[2], 2, d);
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

    /** The parameters under their publisher's names, in the order of the network. */
    public Map<String, Parameter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        NDArray ids = inputs.get(0);
        NDManager manager = ids.getManager();
        Device device = ids.getDevice();
        long b = ids.getShape().get(0);
        long n = ids.getShape().get(1);
        if (n > config.maxPositions()) {
            throw new IllegalArgumentException(
                    "a window of " + n + " word pieces is longer than the encoder's " + config.maxPositions());
        }
        if (training && packed != null) {
            throw new IllegalStateException("an encoder that was packed for inference can't be trained any more");
        }
        String mode = training ? "_train" : "";
        // [B, n] of 1 and 0 -> [B, 1, 1, n] of 0 and -10000, added to the attention scores
        NDArray mask = inputs.get(1).sub(1f).mul(MASKED).reshape(b, 1, 1, n);
        NDArray positions = manager.arange(0, (int) n, 1, DataType.INT64);
        NDArray x = config.shapes() > 0
                ? call(store, training, device, embedding, "embed" + mode, ids, positions, inputs.get(2))
                : call(store, training, device, embedding, "embed_plain" + mode, ids, positions);
        NDList states = new NDList(config.layers() + 1);
        states.add(x);
        if (packed != null) {
            states.addAll(packed.run(manager, x, mask));
            return states;
        }
        for (Parameter[] parameters : layer) {
            x = call(store, training, device, parameters, "layer" + mode, x, mask);
            states.add(x);
        }
        return states;
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

    private NDArray call(
            ParameterStore store, boolean training, Device device, Parameter[] own, String method, NDArray... inputs) {
        NDArray[] arguments = new NDArray[inputs.length + own.length];
        System.arraycopy(inputs, 0, arguments, 0, inputs.length);
        for (int i = 0; i < own.length; i++) {
            arguments[inputs.length + i] = store.getValue(own[i], device, training);
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
        java.util.Arrays.fill(shapes, state);
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
