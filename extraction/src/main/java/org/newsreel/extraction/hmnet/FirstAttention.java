package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Prefix;

/**
 * What the first position, on which a relation is decided, attends to: the mean over heads and layers.
 *
 * @param prefix weights of the prefix, {@code [p]}
 * @param text weights of the pieces, {@code [n]}; both together sum to 1
 */
record FirstAttention(double[] prefix, double[] text) {
    /**
     * Eq. 7 and 9, the softmax only, for one post.
     *
     * @param states of the encoder, {@code L + 1} arrays {@code [1, n, d]}
     * @param mask {@code [1, n]}
     * @param prefixes none, or one for each layer
     */
    static FirstAttention of(BertEncoder encoder, NDList states, NDArray mask, List<Prefix> prefixes) {
        int length = (int) mask.getShape().get(1);
        NDArray bias = Functions.scale(mask.sub(1f), -Functions.MASKED).reshape(1, 1, 1, length);
        double[] text = new double[length];
        int longest = prefixes.stream()
                .mapToInt(p -> (int) p.keys().getShape().get(1))
                .max()
                .orElse(0);
        double[] prefix = new double[longest];
        int layers = encoder.layers();
        int heads = encoder.config().heads();
        double share = 1.0 / (layers * heads);
        for (int l = 0; l < layers; l++) {
            NDArray x = states.get(l);
            String self = "encoder.layer." + l + ".attention.self.";
            NDArray query = project(encoder.byName(), self + "query", x.get(":, 0:1"));
            NDArray keys = project(encoder.byName(), self + "key", x);
            NDArray wider = bias;
            int before = 0;
            if (!prefixes.isEmpty()) {
                before = (int) prefixes.get(l).keys().getShape().get(1);
                keys = prefixes.get(l).keys().concat(keys, 1);
                wider = prefixes.get(l).widen(bias);
            }
            // [1, h, 1, p + n]
            float[] map = Functions.attentionMap(query, keys, wider, heads).toFloatArray();
            for (int i = 0; i < map.length; i++) {
                int at = i % (before + length);
                if (at < before) {
                    prefix[at] += share * map[i];
                } else {
                    text[at - before] += share * map[i];
                }
            }
        }
        return new FirstAttention(prefix, text);
    }

    private static NDArray project(Map<String, Parameter> byName, String name, NDArray x) {
        return Functions.linear(
                x,
                byName.get(name + ".weight").getArray(),
                byName.get(name + ".bias").getArray());
    }
}
