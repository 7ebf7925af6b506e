package org.newsreel.extraction.voter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a voter makes of two chains, in this order.
 *
 * @param subject id of the chain
 * @param object id of the chain
 * @param probabilities of all relation types that the voter knows between chains of these types, in [0, 1], by name
 * @param grounds computes what a type rests on; to be asked before the voter is closed
 */
public record Ballot(
        String subject, String object, Map<String, Double> probabilities, Function<String, Grounds> grounds) {
    public Ballot {
        probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    }
}
