package org.newsreel.kg.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.identity.Identities;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.time.ItemTimes;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/**
 * Turns an extraction document into its graph. Facts are every entity's type and label, which rest on the chain's
 * mentions and regions in proportion to their confidence, every relation, which rests on the evidence that it names,
 * and the days that a time means. The same document always gives the same graph.
 *
 * <p>Left out on purpose: mentions in no chain (nothing rests on them), and relations whose two chains turn out to be
 * one entity.
 */
public final class ItemGraphBuilder {
    private final ExtractionDocument document;
    private final String name;
    private final GraphSheet sheet = new GraphSheet();
    private final Map<String, String> entities;
    private final EvidenceNodes evidence;
    private final Activities activities;
    private final Statements statements;
    private final ItemTimes times;

    private ItemGraphBuilder(ExtractionDocument document) {
        this.document = document;
        this.name = Iris.version(document.id(), document.version());
        this.entities = Identities.of(document);
        this.evidence = new EvidenceNodes(document, name, sheet);
        this.activities = new Activities(document, name, sheet);
        this.statements = new Statements(document, sheet, evidence);
        this.times = new ItemTimes(document);
    }

    /**
     * The graph of a document.
     *
     * @throws IllegalArgumentException in one sentence, when the document has a relation that the schema does not know
     *     or text that is no Unicode
     */
    public static ItemGraph build(ExtractionDocument document) {
        WellFormed.check(document);
        RelationSchema.standard().check(document);
        return new ItemGraphBuilder(document).build();
    }

    private ItemGraph build() {
        ItemDescription.write(document, name, sheet);
        activities.write();
        Map<String, List<EvidenceRef>> grounds = grounds();
        for (EntityChain chain : document.chains()) {
            entity(chain, grounds.get(chain.id()));
        }
        for (Relation relation : document.relations()) {
            relation(relation);
        }
        statements.write();
        evidence.writeUnclaimedRegions();
        return new ItemGraph(
                document.id(),
                document.version(),
                GraphSheet.iri(name),
                sheet.graph(),
                new LinkedHashSet<>(statements.facts()));
    }

    /** What each chain rests on; weights are the confidences and become shares when the statement is written. */
    private Map<String, List<EvidenceRef>> grounds() {
        Map<String, Mention> mentions = new HashMap<>();
        document.mentions().forEach(mention -> mentions.put(mention.id(), mention));
        Map<String, List<EvidenceRef>> grounds = new HashMap<>();
        for (EntityChain chain : document.chains()) {
            List<EvidenceRef> refs = new ArrayList<>();
            for (String id : chain.mentions()) {
                refs.add(EvidenceRef.ofMention(id, mentions.get(id).confidence()));
            }
            grounds.put(chain.id(), refs);
        }
        for (Region region : document.regions()) {
            region.chain()
                    .ifPresent(chain -> grounds.get(chain).add(EvidenceRef.ofRegion(region.id(), region.confidence())));
        }
        return grounds;
    }

    private void entity(EntityChain chain, List<EvidenceRef> grounds) {
        Node entity = GraphSheet.iri(entities.get(chain.id()));
        double confidence =
                grounds.stream().mapToDouble(EvidenceRef::weight).max().orElseThrow();
        boolean onlySeen = chain.mentions().isEmpty();
        Node label = NodeFactory.createLiteralLang(chain.name().strip(), document.language());
        Triple typed = Triple.create(entity, GraphSheet.iri(Rdf.TYPE), GraphSheet.iri(EntityClasses.of(chain.type())));
        statements.state(typed, confidence, grounds, activities.of(onlySeen ? "regions" : "entities"));
        statements.state(
                Triple.create(entity, GraphSheet.iri(Rdfs.LABEL), label),
                confidence,
                grounds,
                activities.of(onlySeen ? "regions" : "chains"));
        statements.onEvidence(typed, node -> sheet.put(entity, Gaf.DENOTED_BY, node));
        times.span(chain.id()).ifPresent(span -> TimeFacts.of(entity, span)
                .forEach(fact ->
                        statements.state(fact, confidence, grounds, activities.of(TimeFacts.ROLE, TimeFacts.MODEL))));
    }

    private void relation(Relation relation) {
        EntityType subjectType = chain(relation.subject()).type();
        EntityType objectType = chain(relation.object()).type();
        Optional<RelationType> type = RelationSchema.standard().find(relation.type(), subjectType, objectType);
        String subject = entities.get(relation.subject());
        String object = entities.get(relation.object());
        if (subject.equals(object)) {
            return;
        }
        RelationType known = type.orElseThrow();
        String property = Nr.NS + known.property().orElseThrow();
        // A symmetric relation is one fact whichever way it was said.
        boolean swap = known.symmetric() && subject.compareTo(object) > 0;
        Triple fact = Triple.create(
                GraphSheet.iri(swap ? object : subject),
                GraphSheet.iri(property),
                GraphSheet.iri(swap ? subject : object));
        statements.state(fact, relation.confidence(), relation.evidence(), activities.ofRelation(relation.votes()));
        statements.lookedAt(fact, relation.attentionMaps());
        times.held(relation)
                .ifPresent(held -> statements.holdsAt(
                        fact, GraphSheet.iri(entities.get(held.chain())), EvidenceRef.ofMention(held.mention(), 1)));
    }

    private EntityChain chain(String id) {
        return document.chains().stream()
                .filter(chain -> chain.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
