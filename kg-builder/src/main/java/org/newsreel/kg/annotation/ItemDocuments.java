package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsreel.ontology.claim.AttentionMap;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

/**
 * Reads an item's graph back into the document that it was built of. What the graph does not keep comes back as near as it
 * can: chains of one entity are one chain, the confidence of a mention follows from its weight, and a relation has the
 * first name that the schema has for its property and types.
 */
final class ItemDocuments {
    private static final String RELATION = Nr.NS;

    private final NodeReader graph;
    private final Map<Node, String> entityChains = new LinkedHashMap<>();
    private final Map<Node, EntityType> types = new HashMap<>();
    private final ItemGrounds grounds;
    /** Statement IRIs by relation id. */
    private final Map<String, String> statements = new LinkedHashMap<>();

    private ItemDocuments(NodeReader graph) {
        this.graph = graph;
        this.grounds = new ItemGrounds(graph);
    }

    /** An item as it goes out: the document, and the statement behind each of its relations. */
    static AnnotatedItem read(NodeReader graph) {
        return new ItemDocuments(graph).read();
    }

    private AnnotatedItem read() {
        Node item = graph.subjects(Rdf.TYPE, Schema.NEWS_ARTICLE).get(0);
        Node text = graph.one(item, Nr.ARTICLE_TEXT_OF_ITEM).orElseThrow();
        Node version = graph.subjects(Rdf.TYPE, Nr.ITEM_VERSION).get(0);
        grounds.media(item, Schema.VIDEO, MediaKind.VIDEO);
        grounds.media(item, Schema.IMAGE, MediaKind.IMAGE);
        List<EntityChain> chains = chains(text);
        graph.subjectsOf(Nr.SHOWS)
                .forEach(node -> grounds.region(
                        node,
                        Optional.empty(),
                        graph.one(node, Nr.SHOWS)
                                .flatMap(type -> EntityClasses.typeOf(type.getURI()))
                                .orElse(EntityType.MISC),
                        graph.number(node, Nr.REGION_CONFIDENCE).orElse(1)));
        List<Relation> relations = relations(text);
        ExtractionDocument document = new ExtractionDocument(
                graph.text(item, Nr.ITEM_ID).orElseThrow(),
                graph.text(version, Nr.VERSION).orElseThrow(),
                graph.text(item, Schema.IN_LANGUAGE).orElseThrow(),
                graph.text(item, Schema.HEADLINE),
                graph.text(item, Schema.DATE_PUBLISHED),
                graph.text(item, Schema.CREDIT_TEXT),
                graph.text(item, Schema.URL),
                graph.text(text, Nr.TEXT).orElse(""),
                grounds.media(),
                grounds.mentions(),
                chains,
                relations,
                grounds.regions(),
                models());
        return new AnnotatedItem(document, statements);
    }

    private List<EntityChain> chains(Node text) {
        List<Node> entities = new ArrayList<>(graph.subjectsOf(Gaf.DENOTED_BY));
        entities.sort(
                Comparator.comparingInt((Node entity) -> first(entity, text)).thenComparing(Node::getURI));
        List<EntityChain> chains = new ArrayList<>();
        for (Node entity : entities) {
            EntityType type = graph.objects(entity, Rdf.TYPE).stream()
                    .flatMap(node -> EntityClasses.typeOf(node.getURI()).stream())
                    .findFirst()
                    .orElse(EntityType.MISC);
            String chain = "c" + chains.size();
            entityChains.put(entity, chain);
            types.put(entity, type);
            List<Node> evidence = graph.objects(entity, Gaf.DENOTED_BY);
            double most = evidence.stream()
                    .mapToDouble(e -> graph.number(e, Nr.WEIGHT).orElse(1))
                    .max()
                    .orElse(1);
            double confidence = statementConfidence(entity);
            List<String> ids = new ArrayList<>();
            for (Node node : evidence) {
                double share = most == 0
                        ? confidence
                        : confidence * graph.number(node, Nr.WEIGHT).orElse(1) / most;
                if (grounds.isOf(node, text)) {
                    String id = grounds.mention(node, type, Math.min(1, share));
                    if (!ids.contains(id)) {
                        ids.add(id);
                    }
                } else {
                    grounds.region(node, Optional.of(chain), type, Math.min(1, share));
                }
            }
            ids.sort(Comparator.comparingInt(id -> grounds.startOf(id)));
            chains.add(new EntityChain(chain, type, name(entity), ids));
        }
        return chains;
    }

    private String name(Node entity) {
        return graph.text(entity, Rdfs.LABEL).orElse("?");
    }

    private double statementConfidence(Node entity) {
        for (Node statement : graph.subjects(Rdf.SUBJECT, entity)) {
            if (graph.has(statement, Rdf.PREDICATE, Rdf.TYPE)) {
                return graph.number(statement, Nr.CONFIDENCE).orElse(1);
            }
        }
        return 1;
    }

    private int first(Node entity, Node text) {
        return graph.objects(entity, Gaf.DENOTED_BY).stream()
                .filter(node -> grounds.isOf(node, text))
                .mapToInt(node -> grounds.start(node))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private List<Relation> relations(Node text) {
        List<Relation> relations = new ArrayList<>();
        for (Node statement : graph.subjects(Rdf.TYPE, Rdf.STATEMENT)) {
            Node predicate = graph.one(statement, Rdf.PREDICATE).orElseThrow();
            Node subject = graph.one(statement, Rdf.SUBJECT).orElseThrow();
            Node object = graph.one(statement, Rdf.OBJECT).orElseThrow();
            if (!predicate.getURI().startsWith(RELATION) || !entityChains.containsKey(object)) {
                continue;
            }
            Optional<String> type =
                    typeName(predicate.getURI().substring(RELATION.length()), types.get(subject), types.get(object));
            if (type.isEmpty()) {
                continue;
            }
            List<EvidenceRef> evidence = new ArrayList<>();
            for (Node node : graph.objects(statement, Prov.WAS_DERIVED_FROM)) {
                double weight = graph.number(node, Nr.WEIGHT).orElse(0);
                evidence.add(
                        grounds.isOf(node, text)
                                ? EvidenceRef.ofMention(grounds.mention(node, EntityType.MISC, 1), weight)
                                : EvidenceRef.ofRegion(
                                        grounds.region(node, Optional.empty(), EntityType.MISC, 1), weight));
            }
            String id = "r" + relations.size();
            statements.put(id, statement.getURI());
            relations.add(new Relation(
                    id,
                    type.get(),
                    entityChains.get(subject),
                    entityChains.get(object),
                    graph.number(statement, Nr.CONFIDENCE).orElse(1),
                    evidence,
                    List.of(),
                    attentionMaps(statement)));
        }
        return relations;
    }

    private List<AttentionMap> attentionMaps(Node statement) {
        List<AttentionMap> maps = new ArrayList<>();
        for (Node map : graph.objects(statement, Nr.LOOKED_AT)) {
            maps.add(new AttentionMap(
                    graph.text(map, Nr.NETWORK).orElse("?"),
                    grounds.mediumOf(map),
                    (int) graph.number(map, Nr.FRAME).orElse(0),
                    graph.number(map, Nr.TIME),
                    (int) graph.number(map, Nr.ROWS).orElse(1),
                    (int) graph.number(map, Nr.COLUMNS).orElse(1),
                    graph.text(map, Nr.CELLS).orElse("")));
        }
        return maps;
    }

    /** The first name that the schema has for a property between these types. */
    static Optional<String> typeName(String property, EntityType subject, EntityType object) {
        return RelationSchema.standard().types().stream()
                .filter(type -> type.property().equals(Optional.of(property)) && type.admits(subject, object))
                .map(type -> type.name())
                .findFirst();
    }

    private List<ModelUse> models() {
        List<ModelUse> models = new ArrayList<>();
        for (Node activity : graph.subjects(Rdf.TYPE, Prov.ACTIVITY)) {
            graph.text(activity, Nr.MODEL_HASH)
                    .ifPresent(hash -> models.add(new ModelUse(
                            graph.text(activity, Nr.ROLE).orElse("?"),
                            graph.text(activity, Nr.MODEL).orElse("?"),
                            hash,
                            graph.text(activity, Nr.DEVICE),
                            graph.number(activity, Nr.THRESHOLD),
                            graph.text(activity, Nr.MODEL_VERSION))));
        }
        models.sort(Comparator.comparing(ModelUse::role).thenComparing(ModelUse::name));
        return models;
    }
}
