package org.newsreel.extraction.voter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.newsreel.ontology.claim.EntityChain;

/**
 * Collects what a network says of pairs of chains, which it may be asked about several times, in several sentences: a
 * relation is as likely as where it is likeliest, and rests on what it rests on there.
 */
final class BallotBox {
    private record Pair(EntityChain subject, EntityChain object) {}

    private record Said(double probability, Function<String, Grounds> grounds) {}

    private final Labels labels;
    private final Map<Pair, Map<String, Said>> said = new LinkedHashMap<>();

    BallotBox(Labels labels) {
        this.labels = labels;
    }

    /**
     * Adds what a network says of a pair.
     *
     * @param probabilities of {@code labels}, in their order
     * @param grounds computes what a type rests on, by its index
     */
    void add(EntityChain subject, EntityChain object, double[] probabilities, Function<Integer, Grounds> grounds) {
        Map<String, Said> own = said.computeIfAbsent(new Pair(subject, object), p -> new LinkedHashMap<>());
        for (int r = 0; r < labels.size(); r++) {
            int relation = r;
            if (labels.admits(r, subject.type(), object.type())) {
                own.merge(
                        labels.name(r),
                        new Said(probabilities[r], name -> grounds.apply(relation)),
                        (a, b) -> b.probability() > a.probability() ? b : a);
            }
        }
    }

    /** All ballots, in the order of the chains. */
    List<Ballot> ballots(List<EntityChain> chains) {
        Map<String, Integer> order = new HashMap<>();
        chains.forEach(chain -> order.put(chain.id(), order.size()));
        List<Ballot> ballots = new ArrayList<>();
        said.forEach((pair, types) -> {
            Map<String, Double> probabilities = new LinkedHashMap<>();
            types.forEach((type, one) -> probabilities.put(type, one.probability()));
            ballots.add(new Ballot(pair.subject().id(), pair.object().id(), probabilities, type -> types.get(type)
                    .grounds()
                    .apply(type)));
        });
        ballots.sort(Comparator.comparingInt((Ballot b) -> order.get(b.subject()))
                .thenComparingInt(b -> order.get(b.object())));
        return ballots;
    }
}
