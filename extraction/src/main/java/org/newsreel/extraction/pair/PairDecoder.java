package org.newsreel.extraction.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns logits and attention into claims. Holds no state but the configuration. */
public final class PairDecoder {
    private final PairConfig config;
    private final int none;

    public PairDecoder(PairConfig config) {
        this.config = config;
        this.none = config.relations().indexOf(PairConfig.NONE);
    }

    /** Probabilities of relation logits, in their order. */
    public double[] probabilities(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit / config.temperature());
        }
        double[] p = new double[logits.length];
        double sum = 0;
        for (int r = 0; r < p.length; r++) {
            p[r] = Math.exp(logits[r] / config.temperature() - largest);
            sum += p[r];
        }
        for (int r = 0; r < p.length; r++) {
            p[r] /= sum;
        }
        return p;
    }

    /** Index of the relation type to decide on; the first of equals. */
    public int decide(float[] logits) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < logits.length; r++) {
            double score = logits[r] + (r == none ? config.noneBias() : 0);
            if (score > most) {
                most = score;
                best = r;
            }
        }
        return best;
    }

    /**
     * Decodes one pair.
     *
     * @param logits of the relation types
     * @param attention weights of the input's pieces
     * @param tokens how many tokens the text has
     */
    PairClaim decode(PairInput input, float[] logits, float[] attention, int tokens) {
        double[] p = probabilities(logits);
        Map<String, Double> byName = new LinkedHashMap<>();
        IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer r) -> -p[r]).thenComparingInt(r -> r))
                .forEach(r -> byName.put(config.relations().get(r), p[r]));
        double head = attention[input.head()];
        double tail = attention[input.tail()];
        double[] context = new double[tokens];
        for (int i = 0; i < input.length(); i++) {
            // A piece of both mentions counts half for each.
            double share = input.inHead(i) && input.inTail(i) ? 0.5 : 1;
            head += input.inHead(i) ? share * attention[i] : 0;
            tail += input.inTail(i) ? share * attention[i] : 0;
            if (input.tokens()[i] >= 0 && !input.inHead(i) && !input.inTail(i)) {
                context[input.tokens()[i]] += attention[i];
            }
        }
        double sum = head + tail + Arrays.stream(context).sum();
        // All attention on special pieces: the mentions are what is left to point at.
        boolean nowhere = !(sum > 0);
        List<Double> weights = new ArrayList<>(Collections.nCopies(tokens, 0.0));
        for (int t = 0; t < tokens && !nowhere; t++) {
            weights.set(t, context[t] / sum);
        }
        return new PairClaim(
                config.relations().get(decide(logits)),
                byName,
                nowhere ? 0.5 : head / sum,
                nowhere ? 0.5 : tail / sum,
                weights);
    }
}
