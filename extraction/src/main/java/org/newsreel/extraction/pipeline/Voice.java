package org.newsreel.extraction.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.newsreel.extraction.voter.Ballot;
import org.newsreel.extraction.voter.Grounds;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;

/**
 * One model among those for relations.
 *
 * @param model its name
 * @param weight of its vote
 * @param threshold least confidence of what it alone would claim
 * @param opinions of the facts that it thought of
 * @param asked whether it could have said a fact; what it could have said and did not it gives nothing
 */
record Voice(String model, double weight, double threshold, Map<Fact, Opinion> opinions, Predicate<Fact> asked) {
    /** The text model, which names what it claims and keeps silent about the rest. */
    static Voice ofText(String model, double weight, double threshold, List<Relation> relations, Fact.Chains chains) {
        Map<Fact, Opinion> opinions = new HashMap<>();
        for (Relation relation : relations) {
            chains.fact(relation.type(), relation.subject(), relation.object())
                    .ifPresent(fact -> opinions.merge(
                            fact,
                            new Opinion(
                                    relation.confidence(),
                                    true,
                                    relation.type(),
                                    relation.subject(),
                                    relation.object(),
                                    () -> grounds(relation)),
                            (a, b) -> b.confidence() > a.confidence() ? b : a));
        }
        return new Voice(model, weight, threshold, opinions, fact -> knows(fact, chains));
    }

    private static boolean knows(Fact fact, Fact.Chains chains) {
        return RelationSchema.standard().types(RelationInventory.M3D).stream()
                .anyMatch(t -> t.property().filter(fact.property()::equals).isPresent()
                        && t.admits(
                                chains.all().get(fact.subject()).type(),
                                chains.all().get(fact.object()).type()));
    }

    private static Grounds grounds(Relation relation) {
        Map<String, Double> mentions = new HashMap<>();
        Map<String, Double> regions = new HashMap<>();
        for (EvidenceRef evidence : relation.evidence()) {
            evidence.mention().ifPresent(m -> mentions.merge(m, evidence.weight(), Double::sum));
            evidence.region().ifPresent(r -> regions.merge(r, evidence.weight(), Double::sum));
        }
        return new Grounds(mentions, regions, Map.of());
    }

    /** A network that gives all that it was asked about a probability. */
    static Voice ofNetwork(String model, double weight, double threshold, List<Ballot> ballots, Fact.Chains chains) {
        Map<Fact, Opinion> opinions = new HashMap<>();
        for (Ballot ballot : ballots) {
            ballot.probabilities().forEach((type, p) -> chains.fact(type, ballot.subject(), ballot.object())
                    .ifPresent(fact -> opinions.merge(
                            fact,
                            new Opinion(
                                    p, p >= threshold, type, ballot.subject(), ballot.object(), () -> ballot.grounds()
                                            .apply(type)),
                            (a, b) -> b.confidence() > a.confidence() ? b : a)));
        }
        return new Voice(model, weight, threshold, opinions, opinions::containsKey);
    }
}
