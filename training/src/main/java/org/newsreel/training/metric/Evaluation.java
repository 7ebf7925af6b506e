package org.newsreel.training.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** All metrics over the documents of a corpus. */
public final class Evaluation {
    private static final List<RelationType> TYPES = RelationSchema.standard().types(RelationInventory.M3D);

    private final EntityMetric entities = new EntityMetric();
    private final ChainMetric chains = new ChainMetric();
    private final RelationMetric relations =
            new RelationMetric(name -> TYPES.stream().anyMatch(t -> t.name().equals(name) && t.symmetric()));
    private int documents;
    private int failed;

    /** Adds a document with what was found in it. Gold relations that the schema does not know do not count. */
    public void add(GoldDocument gold, TextClaims found) {
        add(gold, found, found.chains(), found.relations(), found.mentions());
    }

    /** Adds a document whose relations were found over other mentions and chains than {@code found}'s. */
    public void add(GoldDocument gold, TextClaims found, TextClaims related) {
        add(gold, found, related.chains(), related.relations(), related.mentions());
    }

    private void add(
            GoldDocument gold,
            TextClaims found,
            List<EntityChain> relatedChains,
            List<Relation> related,
            List<Mention> relatedMentions) {
        documents++;
        entities.add(gold.mentions(), found.mentions());
        Map<String, Set<Span>> goldChains = Span.ofChains(gold.mentions(), gold.chains());
        chains.add(
                goldChains.values(),
                Span.ofChains(found.mentions(), found.chains()).values());
        List<Relation> known = gold.relations().stream()
                .filter(r -> TYPES.stream().anyMatch(t -> t.name().equals(r.type())))
                .toList();
        relations.add(
                new RelationMetric.Side(known, goldChains),
                new RelationMetric.Side(related, Span.ofChains(relatedMentions, relatedChains)));
    }

    /** Counts a document that could not be read or extracted. */
    public void addFailure() {
        failed++;
    }

    /** Documents that count in the figures. */
    public int documents() {
        return documents;
    }

    public int failed() {
        return failed;
    }

    public Score entities() {
        return entities.score();
    }

    public ChainMetric chains() {
        return chains;
    }

    public Score relations() {
        return relations.score();
    }
}
