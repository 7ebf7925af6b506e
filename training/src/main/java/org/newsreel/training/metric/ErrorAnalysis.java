package org.newsreel.training.metric;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

/**
 * What the figures of {@link Evaluation} don't tell: classes of errors, whether confidences can be believed, and what
 * rules that learn nothing make of the same mentions.
 */
public final class ErrorAnalysis {
    private final Predicate<EntityType> types;
    private final Predicate<String> known;
    private final EntityErrors entities = new EntityErrors();
    private final ChainErrors chains = new ChainErrors();
    private final RelationErrors relations;
    private final Reliability mentionReliability = new Reliability();
    private final Reliability relationReliability = new Reliability();
    private final Map<ChainRule, ChainMetric> rules = new EnumMap<>(ChainRule.class);

    /**
     * An analysis of mentions and relations that the network has names for; others of the annotation do not count.
     *
     * @param types the mention types
     * @param known the relation types, by name
     * @param symmetric those of them that may be turned
     */
    public ErrorAnalysis(Predicate<EntityType> types, Predicate<String> known, Predicate<String> symmetric) {
        this.types = types;
        this.known = known;
        this.relations = new RelationErrors(symmetric);
        for (ChainRule rule : ChainRule.values()) {
            rules.put(rule, new ChainMetric());
        }
    }

    /**
     * Adds a document.
     *
     * @param found mentions and chains
     * @param related relations, with the mentions and chains that they are over; often {@code found} as well
     */
    public void add(GoldDocument gold, TextClaims found, TextClaims related) {
        List<Mention> annotated =
                gold.mentions().stream().filter(m -> types.test(m.type())).toList();
        entities.add(annotated, found.mentions());
        chains.add(gold.mentions(), gold.chains(), found.mentions(), found.chains());
        Map<String, Set<Span>> goldChains = Span.ofChains(gold.mentions(), gold.chains());
        rules.forEach((rule, metric) -> metric.add(goldChains.values(), rule.chains(found.mentions())));

        RelationMetric.Side truth = new RelationMetric.Side(
                gold.relations().stream().filter(r -> known.test(r.type())).toList(), goldChains);
        RelationMetric.Side claims =
                new RelationMetric.Side(related.relations(), Span.ofChains(related.mentions(), related.chains()));
        relations.add(truth, claims);
        for (Relation relation : related.relations()) {
            boolean right = relations.kind(relation, claims, truth) == RelationErrors.Kind.RIGHT;
            relationReliability.add(relation.confidence(), right);
        }
        record Typed(Span span, EntityType type) {}
        Set<Typed> right = new HashSet<>();
        annotated.forEach(m -> right.add(new Typed(Span.of(m), m.type())));
        found.mentions()
                .forEach(m -> mentionReliability.add(m.confidence(), right.contains(new Typed(Span.of(m), m.type()))));
    }

    public EntityErrors entities() {
        return entities;
    }

    public ChainErrors chains() {
        return chains;
    }

    public RelationErrors relations() {
        return relations;
    }

    /** Of the mentions found. */
    public Reliability mentionReliability() {
        return mentionReliability;
    }

    /** Of the relations found. */
    public Reliability relationReliability() {
        return relationReliability;
    }

    /** What each rule scores on the mentions that were found, or given. */
    public ChainMetric rule(ChainRule rule) {
        return rules.get(rule);
    }
}
