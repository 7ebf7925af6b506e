package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/** Gives indexes their ids and offsets. Figures keep four decimals, which is more than they mean. */
public final class ClaimsBuilder {
    private static final double UNITS = 10_000;

    private ClaimsBuilder() {}

    static TextClaims build(Words text, SectionClaims found, RelationLabels labels) {
        List<Mention> mentions = new ArrayList<>();
        for (FoundMention mention : found.mentions()) {
            MentionSpan span = mention.span();
            mentions.add(new Mention(
                    "m" + mentions.size(),
                    span.type(),
                    text.start(span.from()),
                    text.end(span.to() - 1),
                    text.slice(span.from(), span.to()),
                    rounded(mention.confidence())));
        }
        return new TextClaims(mentions, chains(found, mentions), relations(found, labels));
    }

    static List<EntityChain> chains(SectionClaims found, List<Mention> mentions) {
        List<EntityChain> chains = new ArrayList<>();
        for (List<Integer> chain : found.chains()) {
            int best = ChainNames.best(
                    chain.stream().map(m -> found.surfaces().get(m)).toList());
            chains.add(new EntityChain(
                    "c" + chains.size(),
                    mentions.get(chain.get(0)).type(),
                    mentions.get(chain.get(best)).text(),
                    chain.stream().map(m -> mentions.get(m).id()).toList()));
        }
        return chains;
    }

    static List<Relation> relations(SectionClaims found, RelationLabels labels) {
        List<Relation> relations = new ArrayList<>();
        for (FoundRelation relation : found.relations()) {
            relations.add(new Relation(
                    "r" + relations.size(),
                    labels.name(relation.type()),
                    "c" + relation.pair().subject(),
                    "c" + relation.pair().object(),
                    rounded(relation.confidence()),
                    evidence(relation.weights())));
        }
        return relations;
    }

    /** Rounds so that the weights still sum to exactly one: the heaviest takes the rest. */
    public static List<EvidenceRef> evidence(Map<Integer, Double> weights) {
        int heaviest = weights.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Integer, Double>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        long rest = (long) UNITS;
        for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
            rest -= entry.getKey() == heaviest ? 0 : Math.round(entry.getValue() * UNITS);
        }
        List<EvidenceRef> evidence = new ArrayList<>();
        for (Map.Entry<Integer, Double> entry : weights.entrySet()) {
            long units = entry.getKey() == heaviest ? rest : Math.round(entry.getValue() * UNITS);
            evidence.add(EvidenceRef.ofMention("m" + entry.getKey(), units / UNITS));
        }
        return evidence;
    }

    /** A figure to four decimals. */
    public static double rounded(double value) {
        return Math.round(value * UNITS) / UNITS;
    }
}
