package org.newsreel.extraction.pair;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.layer.ScriptBlock;
import org.newsreel.extraction.layer.TorchOps;

/**
 * The encoder with a classifier of marked pairs. Arrays that a method returns belong to the manager it was given.
 * Inference may run in several threads; training in one.
 */
public final class PairNetwork implements AutoCloseable {
    private static final Initializer LINEAR = new XavierInitializer();

    /**
     * What the network says of a batch.
     *
     * @param scores {@code [B, R + 2T]}: logits of the relation types, of the head's and of the tail's entity type
     * @param attention {@code [B, n]}: weights of the pieces in the context vector; each row sums to 1
     */
    public record Output(NDArray scores, NDArray attention) {}

    private final PairConfig config;
    private final PairTypes types;
    private final NDManager root;
    private final ParameterStore store;
    private final BertEncoder encoder;
    private final TorchOps ops;
    private final ScriptBlock context;
    private final ScriptBlock scores;
    private final NDArray domains;
    private final NDArray ranges;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** A network with random weights; seed the engine before for the same ones again. */
    public PairNetwork(PairConfig config, Precision precision, Device device) {
        this.config = config;
        this.types = new PairTypes(config.relations());
        int d = config.encoder().hiddenSize();
        int a = config.attention();
        int k = config.hidden();
        int r = config.relations().size();
        root = NDManager.newBaseManager(device, "PyTorch");
        store = new ParameterStore(root, false);
        encoder = new BertEncoder(config.encoder(), precision);
        ops = TorchOps.of(PairScript.methods(config));
        context = new ScriptBlock(ops, "context")
                .with("context.query.weight", LINEAR, a, 2L * d)
                .with("context.query.bias", Initializer.ZEROS, a)
                .with("context.key.weight", LINEAR, a, d);
        scores = new ScriptBlock(ops, "scores")
                .with("types.weight", LINEAR, PairTypes.COUNT, 2L * d)
                .with("types.bias", Initializer.ZEROS, PairTypes.COUNT)
                .with("hidden.weight", LINEAR, k, 5L * d)
                .with("hidden.bias", Initializer.ZEROS, k)
                .with("relations.weight", LINEAR, r, k)
                .with("relations.bias", Initializer.ZEROS, r)
                .with("relations.types", Initializer.ONES, 1);
        Shape any = new Shape(1, 1);
        for (Block block : List.of(encoder, context, scores)) {
            block.initialize(root, DataType.FLOAT32, any, any, any);
        }
        byName.putAll(encoder.byName());
        byName.putAll(context.byName());
        byName.putAll(scores.byName());
        domains = root.create(types.domainMatrix(), new Shape(PairTypes.COUNT, r));
        ranges = root.create(types.rangeMatrix(), new Shape(PairTypes.COUNT, r));
    }

    public PairConfig config() {
        return config;
    }

    public PairTypes types() {
        return types;
    }

    /** All parameters by name: the encoder's as published, then the heads'. */
    public Map<String, Parameter> byName() {
        return Collections.unmodifiableMap(byName);
    }

    public BertEncoder encoder() {
        return encoder;
    }

    /** Where the parameters live; make a sub-manager of it for one call or step. */
    public NDManager manager() {
        return root;
    }

    /** Runs the network over {@code B} pairs. */
    public Output forward(NDManager manager, List<PairInput> inputs, boolean training) {
        PairBatch batch = PairBatch.of(inputs);
        NDList states = encoder.forward(store, batch.encoderInputs(manager), training);
        NDArray last = states.remove(states.size() - 1);
        if (!training) {
            states.close();
        }
        NDArray head = manager.create(batch.head());
        NDArray tail = manager.create(batch.tail());
        NDArray alpha = context.run(manager, store, training, last, head, tail, batch.maskArray(manager));
        NDArray out = scores.run(
                manager,
                store,
                training,
                training ? "scores_train" : "scores",
                last,
                head,
                tail,
                batch.meansArray(manager),
                alpha,
                domains,
                ranges);
        return new Output(out, alpha);
    }

    /**
     * Cross entropy of the relation types, smoothed, plus that of the entity types that are known.
     *
     * @param gold index of the right relation type of each pair, {@code [B]}
     * @param entityTypes index of the entity type of each head and tail, {@code [2B]}, head before tail; -1 for unknown
     * @param smoothing share of the target that all relation types divide
     * @param typing weight of the entity types' loss
     * @return {@code []}
     */
    public NDArray loss(
            NDManager manager, NDArray scores, long[] gold, long[] entityTypes, double smoothing, double typing) {
        float[] known = new float[entityTypes.length];
        long[] target = new long[entityTypes.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = entityTypes[i] < 0 ? 0 : 1;
            target[i] = Math.max(0, entityTypes[i]);
        }
        return ops.apply(
                manager,
                "loss",
                scores,
                manager.create(gold),
                manager.create(target),
                manager.create(known),
                manager.create((float) smoothing),
                manager.create((float) typing));
    }

    /**
     * How much two passes over the same pairs disagree (R-Drop, Liang et al. 2021, eq. 2): the mean of both
     * Kullback-Leibler divergences.
     *
     * @param scores of a batch whose second half repeats its first
     * @return {@code []}
     */
    public NDArray disagreement(NDManager manager, NDArray scores) {
        return ops.apply(manager, "disagreement", scores);
    }

    @Override
    public void close() {
        encoder.close();
        ops.close();
        root.close();
    }
}
