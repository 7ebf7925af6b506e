package org.newsreel.api.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.EntityClasses;

/** Reads the statement nodes of one item's graph, and what they say about its entities. For one thread. */
final class StatementReader {
    /** What people ask for first. */
    private static final List<String> KINDS = List.of("relation", "type", "name", "value");

    private static final Map<String, EntityType> TYPES = types();
    private static final Map<EntityType, String> TYPE_LABELS = Map.of(
            EntityType.PER, "Person",
            EntityType.LOC, "Place",
            EntityType.ORG, "Organisation",
            EntityType.TIME, "Time",
            EntityType.MISC, "Thing");

    private final Model graph;
    private final EvidenceReader evidence;
    private final Map<Resource, String> names = new HashMap<>();

    StatementReader(Model graph, EvidenceReader evidence) {
        this.graph = graph;
        this.evidence = evidence;
    }

    private static Map<String, EntityType> types() {
        Map<String, EntityType> types = new HashMap<>();
        for (EntityType type : EntityType.values()) {
            types.put(EntityClasses.of(type), type);
        }
        return types;
    }

    /** The entities, by how often they occur, then by name. */
    List<ItemView.Entity> entities(List<ItemView.Mention> mentions, List<ItemView.Region> regions) {
        Map<String, Integer> written = new HashMap<>();
        mentions.forEach(m -> written.merge(m.entity(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        regions.forEach(r -> r.entity().ifPresent(e -> seen.merge(e, 1, Integer::sum)));
        Map<Resource, EntityType> found = new LinkedHashMap<>();
        graph.listStatements(null, RDF.type, (RDFNode) null).forEachRemaining(s -> {
            EntityType type =
                    s.getObject().isURIResource() ? TYPES.get(s.getResource().getURI()) : null;
            if (type != null) {
                found.merge(s.getSubject(), type, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        });
        List<ItemView.Entity> entities = new ArrayList<>();
        found.forEach((node, type) -> entities.add(new ItemView.Entity(
                node.getURI(),
                name(node),
                type.name(),
                TYPE_LABELS.get(type),
                written.getOrDefault(node.getURI(), 0),
                seen.getOrDefault(node.getURI(), 0))));
        entities.sort(Comparator.comparingInt((ItemView.Entity e) -> -e.mentions() - e.regions())
                .thenComparing(ItemView.Entity::name)
                .thenComparing(ItemView.Entity::id));
        return entities;
    }

    /** All statements: relations first, what times mean last, and each kind surest first. */
    List<ItemView.Statement> read() {
        List<ItemView.Statement> statements = new ArrayList<>();
        for (Resource node :
                graph.listSubjectsWithProperty(RDF.type, RDF.Statement).toList()) {
            Optional<RDFNode> subject = part(node, RDF.subject);
            Optional<RDFNode> predicate = part(node, RDF.predicate);
            Optional<RDFNode> object = part(node, RDF.object);
            if (subject.isPresent() && predicate.isPresent() && object.isPresent()) {
                statements.add(statement(node, subject.get(), predicate.get(), object.get()));
            }
        }
        statements.sort(Comparator.comparingInt((ItemView.Statement s) -> KINDS.indexOf(s.kind()))
                .thenComparing(s -> -s.confidence())
                .thenComparing(ItemView.Statement::id));
        return statements;
    }

    private ItemView.Statement statement(Resource node, RDFNode subject, RDFNode predicate, RDFNode object) {
        List<ItemView.Evidence> behind = new ArrayList<>();
        node.listProperties(Terms.DERIVED_FROM)
                .filterKeep(s -> s.getObject().isResource())
                .forEachRemaining(s -> behind.add(evidence.read(s.getResource())));
        behind.sort(Comparator.comparingDouble((ItemView.Evidence e) -> -e.weight())
                .thenComparing(e -> e.start().orElse(Integer.MAX_VALUE))
                .thenComparing(e -> e.t().orElse(0))
                .thenComparing(ItemView.Evidence::id));
        return new ItemView.Statement(
                node.toString(),
                kind(predicate, object),
                term(subject),
                predicate(predicate.asResource()),
                term(object),
                Cells.number(node, Terms.CONFIDENCE).orElse(0),
                Cells.resource(node, Terms.GENERATED_BY).map(Resource::toString),
                behind,
                attentionMaps(node));
    }

    private List<ItemView.AttentionMap> attentionMaps(Resource statement) {
        List<ItemView.AttentionMap> maps = new ArrayList<>();
        statement
                .listProperties(Terms.LOOKED_AT)
                .filterKeep(s -> s.getObject().isResource())
                .mapWith(Statement::getResource)
                .forEachRemaining(map -> maps.add(new ItemView.AttentionMap(
                        map.toString(),
                        Cells.text(map, Terms.NETWORK).orElse(""),
                        Cells.resource(map, Terms.HAS_SOURCE)
                                .flatMap(evidence::sha256)
                                .orElse(""),
                        Cells.whole(map, Terms.FRAME),
                        Cells.number(map, Terms.TIME),
                        Cells.whole(map, Terms.ROWS).orElse(1),
                        Cells.whole(map, Terms.COLUMNS).orElse(1),
                        Cells.text(map, Terms.CELLS).orElse(""))));
        maps.sort(Comparator.comparing(ItemView.AttentionMap::network)
                .thenComparing(map -> map.t().orElse(0))
                .thenComparing(ItemView.AttentionMap::id));
        return maps;
    }

    private static String kind(RDFNode predicate, RDFNode object) {
        if (predicate.equals(RDF.type)) {
            return "type";
        }
        if (predicate.equals(RDFS.label)) {
            return "name";
        }
        return object.isLiteral() ? "value" : "relation";
    }

    private static Optional<RDFNode> part(Resource node, org.apache.jena.rdf.model.Property property) {
        return Optional.ofNullable(node.getProperty(property)).map(Statement::getObject);
    }

    private ItemView.Term term(RDFNode node) {
        if (node.isLiteral()) {
            String lang = node.asLiteral().getLanguage();
            return new ItemView.Term(
                    Optional.empty(),
                    node.asLiteral().getLexicalForm(),
                    Optional.of(lang).filter(l -> !l.isEmpty()),
                    lang.isEmpty() ? Optional.of(node.asLiteral().getDatatypeURI()) : Optional.empty());
        }
        Resource resource = node.asResource();
        EntityType type = TYPES.get(String.valueOf(resource.getURI()));
        return new ItemView.Term(
                Optional.of(resource.toString()),
                type == null ? name(resource) : TYPE_LABELS.get(type),
                Optional.empty(),
                Optional.empty());
    }

    private static ItemView.Term predicate(Resource property) {
        String label = property.equals(RDF.type)
                ? "is a"
                : property.equals(RDFS.label) ? "is called" : words(property.getLocalName());
        return new ItemView.Term(Optional.of(property.getURI()), label, Optional.empty(), Optional.empty());
    }

    /** {@code memberOf} as {@code member of}. */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    /** The entity's longest label in this item. */
    private String name(Resource entity) {
        return names.computeIfAbsent(entity, e -> e
                .listProperties(RDFS.label)
                .mapWith(s -> s.getObject().isLiteral() ? s.getLiteral().getLexicalForm() : "")
                .toList()
                .stream()
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                .orElseGet(() -> String.valueOf(e.getURI())));
    }

    /** The runs that made the statements, by role. */
    List<ItemView.Activity> activities() {
        return graph
                .listSubjectsWithProperty(Terms.ROLE)
                .mapWith(a -> new ItemView.Activity(
                        a.toString(),
                        List.of(new ItemView.Model(
                                Cells.text(a, Terms.ROLE).orElse(""),
                                Cells.text(a, Terms.MODEL).orElse(""),
                                Cells.text(a, Terms.MODEL_HASH).orElse(""),
                                Cells.text(a, Terms.DEVICE),
                                Cells.number(a, Terms.THRESHOLD)))))
                .toList()
                .stream()
                .sorted(Comparator.comparing(ItemView.Activity::iri))
                .toList();
    }
}
