package org.newsreel.extraction.pair;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the network says of a head and a tail.
 *
 * @param relation the relation type decided on, {@link PairConfig#NONE} included
 * @param probabilities of all relation types, the likeliest first; they sum to 1
 * @param head weight of the head as evidence
 * @param tail weight of the tail as evidence
 * @param context weight of each token outside the two; all weights together sum to 1
 */
public record PairClaim(
        String relation, Map<String, Double> probabilities, double head, double tail, List<Double> context) {
    public PairClaim {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
        context = List.copyOf(context);
        if (!probabilities.containsKey(relation)) {
            throw new IllegalArgumentException("the relation " + relation + " has no probability");
        }
    }

    /** The probability of the relation decided on. */
    public double confidence() {
        return probabilities.get(relation);
    }
}
