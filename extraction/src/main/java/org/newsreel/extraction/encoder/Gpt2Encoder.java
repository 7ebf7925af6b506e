package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.layer.Weights;

/**
 * GPT-2 (Radford et al. 2019) with its publisher's parameter names: a Transformer in which every position attends to
 * itself and to what comes before, and to a prefix of keys and values where there is one.
 *
 * <p>Parameters are made in a network's {@link Weights}, at random. Inference may run on several threads. Results belong
 * to the manager of the ids or embeddings. A prefix takes no positions: those of the text start at 0. Deviation from the
 * publication: no dropout on attention weights.
 */
public final class Gpt2Encoder implements TextEncoder {
    private final Gpt2Config config;
    private final TorchOps ops;
    private final Map<String, Parameter> byName;
    private final NDArray words;
    private final NDArray positions;
    private final NDArray[][] attend;
    private final NDArray[][] look;
    private final NDArray[][] feed;
    private final NDArray[] last;

    /** An encoder at random whose parameters' names start with the scope's prefix. */
    public Gpt2Encoder(Gpt2Config config, Weights weights) {
        this.config = config;
        long d = config.hiddenSize();
        words = weights.add("wte.weight", Weights.NORMAL, config.vocabSize(), d);
        positions = weights.add("wpe.weight", Weights.NORMAL, config.maxPositions(), d);
        attend = new NDArray[config.layers()][];
        look = new NDArray[config.layers()][];
        feed = new NDArray[config.layers()][];
        for (int i = 0; i < config.layers(); i++) {
            Weights own = weights.in("h").in(Integer.toString(i));
            List<NDArray> step = norm(own, "ln_1");
            turn(step, own, "attn.c_attn", d, 3 * d);
            turn(step, own, "attn.c_proj", d, d);
            attend[i] = step.toArray(NDArray[]::new);
            look[i] = config.looks() ? look(own, d) : new NDArray[0];
            step = norm(own, "ln_2");
            turn(step, own, "mlp.c_fc", d, 4 * d);
            turn(step, own, "mlp.c_proj", 4 * d, d);
            feed[i] = step.toArray(NDArray[]::new);
        }
        last = norm(weights, "ln_f").toArray(NDArray[]::new);
        byName = weights.own();
        ops = TorchOps.of(Gpt2Script.methods(config));
    }

    private NDArray[] look(Weights own, long d) {
        List<NDArray> step = norm(own, "ln_cross_attn");
        turn(step, own, "crossattention.c_attn", d, 2 * d);
        turn(step, own, "crossattention.q_attn", d, d);
        turn(step, own, "crossattention.c_proj", d, d);
        return step.toArray(NDArray[]::new);
    }

    private List<NDArray> norm(Weights own, String name) {
        long d = config.hiddenSize();
        return new ArrayList<>(
                List.of(own.add(name + ".weight", Weights.ONES, d), own.add(name + ".bias", Weights.ZEROS, d)));
    }

    /** A linear layer whose weight lies {@code [in, out]}. */
    private static void turn(List<NDArray> step, Weights own, String name, long in, long out) {
        step.add(own.add(name + ".weight", Weights.NORMAL, in, out));
        step.add(own.add(name + ".bias", Weights.ZEROS, out));
    }

    public Gpt2Config config() {
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

    /** The words' own embeddings, without position. ids: {@code [B, n]} int64 → {@code [B, n, d]}. */
    public NDArray embed(NDArray ids) {
        return Functions.embedding(ids, words);
    }

    /** How likely each word is to come next, as logits. state: {@code [..., d]}, after the last norm → {@code [..., v]}. */
    public NDArray next(NDArray state) {
        return Functions.linear(state, words);
    }

    @Override
    public NDList states(NDArray ids, NDArray mask, boolean training) {
        return states(ids, mask, List.of(), training);
    }

    /**
     * Encodes text.
     *
     * @param ids {@code [B, n]} int64
     * @param mask {@code [B, n]}, 1 for a piece and 0 for padding
     * @param prefixes none, or one for each layer: keys and values {@code [B, p, d]} that every position attends to
     * @return {@code [B, n, d]} of the embeddings and of every layer, {@code L + 1} arrays, the last one after the final
     *     norm
     */
    public NDList states(NDArray ids, NDArray mask, List<Prefix> prefixes, boolean training) {
        return statesOf(embed(ids), mask, prefixes, training);
    }

    /** Like {@link #states}, of embeddings {@code [B, n, d]} in place of words; their positions are added here. */
    public NDList statesOf(NDArray embeddings, NDArray mask, List<Prefix> prefixes, boolean training) {
        if (config.looks()) {
            throw new IllegalStateException("a GPT-2 that looks at something needs what it looks at");
        }
        return run(embeddings, mask, prefixes, Optional.empty(), training);
    }

    /**
     * Encodes text whose every layer also attends to what another encoder saw.
     *
     * @param seen {@code [B, s, d]}
     * @throws IllegalStateException when the configuration has no such attention
     */
    public NDList statesLookingAt(NDArray seen, NDArray ids, NDArray mask, boolean training) {
        if (!config.looks()) {
            throw new IllegalStateException("this GPT-2 has no attention to another encoder");
        }
        return run(embed(ids), mask, List.of(), Optional.of(seen), training);
    }

    /** What every layer attends to, without dropout: {@code L} arrays {@code [B, h, n, n]} whose rows sum to 1. */
    public List<NDArray> attention(NDArray ids, NDArray mask) {
        NDList states = states(ids, mask, false);
        NDArray bias = bias(mask);
        List<NDArray> maps = new ArrayList<>();
        for (int i = 0; i < attend.length; i++) {
            // The first four are the norm and the joint projection.
            maps.add(call(Arrays.copyOf(attend[i], 4), "map", states.get(i), bias));
        }
        return maps;
    }

    private NDList run(
            NDArray embeddings, NDArray mask, List<Prefix> prefixes, Optional<NDArray> seen, boolean training) {
        int n = (int) embeddings.getShape().get(1);
        if (n > config.maxPositions()) {
            throw new IllegalArgumentException(
                    "a text of " + n + " word pieces is longer than the encoder's " + config.maxPositions());
        }
        if (!prefixes.isEmpty() && prefixes.size() != config.layers()) {
            throw new IllegalArgumentException(
                    prefixes.size() + " prefixes for an encoder of " + config.layers() + " layers");
        }
        NDManager manager = embeddings.getManager();
        String mode = training ? "_train" : "";
        NDArray bias = bias(mask);
        NDArray x = ops.apply(manager, "embed" + mode, embeddings, manager.arange(0, n, 1, DataType.INT64), positions);
        NDList states = new NDList(config.layers() + 1);
        states.add(x);
        for (int i = 0; i < config.layers(); i++) {
            if (prefixes.isEmpty()) {
                x = call(attend[i], "attend" + mode, x, bias);
            } else {
                Prefix prefix = prefixes.get(i);
                NDArray wider = prefix.widen(bias);
                x = call(attend[i], "attend_after" + mode, x, wider, prefix.keys(), prefix.values());
            }
            if (seen.isPresent()) {
                x = call(look[i], "look" + mode, x, seen.get());
            }
            x = call(feed[i], "feed" + mode, x);
            states.add(i + 1 < config.layers() ? x : call(last, "norm", x));
        }
        return states;
    }

    /** [B, n] of 1 and 0 -> [B, 1, n, n], 0 where a position is not padding and not later, and below -9999 elsewhere. */
    private static NDArray bias(NDArray mask) {
        long b = mask.getShape().get(0);
        long n = mask.getShape().get(1);
        NDManager manager = mask.getManager();
        NDArray at = manager.arange((float) n);
        NDArray later = at.reshape(1, n)
                .gt(at.reshape(n, 1))
                .toType(DataType.FLOAT32, false)
                .mul(Functions.MASKED);
        return mask.sub(1f).mul(-Functions.MASKED).reshape(b, 1, 1, n).add(later.reshape(1, 1, n, n));
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
