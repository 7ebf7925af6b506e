package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.MultiHeadAttention;
import org.newsreel.extraction.layer.Weights;

/**
 * The generative decoder (section 4.3, eq. 9): one layer in GPT-2's form that goes on with the sequence by three
 * positions. The first reads the head and gives its type, the second reads that type and the tail and gives the tail's
 * type, the third reads that type and both mentions and gives the relation. Each attends to the text, the picture and the
 * positions before it.
 */
final class GenerativeDecoder {
    private static final double EPS = 1e-5;

    private final DgfPtConfig config;
    private final TypeRestriction restriction;
    private final NDArray start;
    private final NDArray typeTable;
    private final Linear pair;
    private final LayerNorm before;
    private final MultiHeadAttention attention;
    private final LayerNorm between;
    private final Linear inner;
    private final Linear outer;
    private final LayerNorm after;
    private final Linear types;
    private final Linear relations;

    GenerativeDecoder(DgfPtConfig config, Weights weights) {
        this.config = config;
        long d = config.text().hiddenSize();
        restriction = new TypeRestriction(config.types(), config.relations());
        start = weights.add("start", Weights.NORMAL, d);
        typeTable = weights.add("types", Weights.NORMAL, config.types(), d);
        pair = weights.linear("pair", 2 * d, d);
        before = weights.norm("norm_1", d, EPS);
        attention = MultiHeadAttention.of(weights, "attention", d, config.decoderHeads());
        between = weights.norm("norm_2", d, EPS);
        inner = weights.linear("mlp.0", d, 4 * d);
        outer = weights.linear("mlp.1", 4 * d, d);
        after = weights.norm("norm_3", d, EPS);
        this.types = weights.linear("type", d, config.types());
        relations = weights.linear("relation", d, config.relations().size());
    }

    /**
     * What a decoder reads.
     *
     * @param memory text and picture, {@code [B, m, d]}
     * @param bias {@code [B, 1, 1, m]}: 0, or what bars attention
     * @param head the head's representation, {@code [B, d]}
     * @param tail the tail's, {@code [B, d]}
     */
    record Read(NDArray memory, NDArray bias, NDArray head, NDArray tail) {}

    /** Types that are given: for each of a batch one, or -1 for one that the decoder has to find. */
    record Given(int[] heads, int[] tails) {
        static Given nothing(int batch) {
            int[] none = new int[batch];
            Arrays.fill(none, -1);
            return new Given(none, none);
        }
    }

    /**
     * What it found.
     *
     * @param heads logits of the head's type, {@code [B, T]}
     * @param tails logits of the tail's type, {@code [B, T]}
     * @param relations logits of the relations, restricted by the types, {@code [B, R]}
     * @param looked where the relation's position looked, {@code [B, h, 1, m + 3]}
     */
    record Decoded(NDArray heads, NDArray tails, NDArray relations, NDArray looked) {}

    /** Eq. 9. */
    Decoded apply(NDManager manager, Read read, Given given, boolean training) {
        NDArray memory = before.apply(read.memory());
        NDArray bias = read.bias();
        NDArray room = manager.zeros(new Shape(bias.getShape().get(0), 1, 1, 1));
        NDList seen = new NDList(memory);

        NDArray headLogits = types.apply(position(seen, Functions.plus(read.head(), start), bias, room, training));
        NDArray headType = believed(headLogits, given.heads());
        NDArray second = read.tail().add(Functions.matmul(headType, typeTable));
        NDArray tailLogits = types.apply(position(seen, second, bias, room, training));
        NDArray tailType = believed(tailLogits, given.tails());
        NDArray third = pair.apply(read.head().concat(read.tail(), 1)).add(Functions.matmul(tailType, typeTable));
        NDArray r = position(seen, third, bias, room, training);
        NDArray logits = relations.apply(Functions.dropout(r, config.dropout(), training));
        if (config.restricted()) {
            logits = logits.add(restriction.logAdmitted(headType, tailType));
        }
        NDArray all = NDArrays.concat(seen, 1);
        NDArray looked = attention.map(
                before.apply(third).expandDims(1), all, NDArrays.concat(new NDList(bias, room, room, room), 3));
        return new Decoded(headLogits, tailLogits, logits, looked);
    }

    /** One position of the layer; {@code seen} gets it for those after it. {@code [B, d]} → {@code [B, d]}. */
    private NDArray position(NDList seen, NDArray x, NDArray bias, NDArray room, boolean training) {
        NDArray normed = before.apply(x).expandDims(1);
        seen.add(normed);
        NDList biases = new NDList(bias);
        for (int i = 1; i < seen.size(); i++) {
            biases.add(room);
        }
        NDArray context = attention.apply(normed, NDArrays.concat(seen, 1), NDArrays.concat(biases, 3));
        NDArray y = x.add(Functions.dropout(context.squeeze(1), config.dropout(), training));
        NDArray z = outer.apply(Functions.geluTanh(inner.apply(between.apply(y))));
        return after.apply(y.add(Functions.dropout(z, config.dropout(), training)));
    }

    /** Probabilities of types: those of the logits, or all on a given one. {@code [B, T]}. */
    private NDArray believed(NDArray logits, int[] given) {
        int types = config.types();
        float[] sure = new float[given.length * types];
        float[] open = new float[given.length];
        for (int b = 0; b < given.length; b++) {
            if (given[b] >= 0) {
                sure[b * types + given[b]] = 1;
            } else {
                open[b] = 1;
            }
        }
        NDManager manager = logits.getManager();
        return Functions.softmax(logits, 1)
                .mul(manager.create(open, new Shape(given.length, 1)))
                .add(manager.create(sure, new Shape(given.length, types)));
    }
}
