package org.newsreel.api.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.api.links.LinkView;
import org.newsreel.kg.merge.Decided;
import org.newsreel.kg.merge.Members;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

/** Reads entities from the merged facts and their statements. For use inside one read transaction. */
final class EntityReader {
    private static final Node LABEL = NodeFactory.createURI(Rdfs.LABEL);
    private static final Node TYPE = NodeFactory.createURI(Rdf.TYPE);

    private final DatasetGraph graphs;

    EntityReader(Dataset dataset) {
        this.graphs = dataset.asDatasetGraph();
    }

    /** Entities by their IRIs, those that are gone left out. */
    EntityView.Matches matches(int total, List<String> iris) {
        return new EntityView.Matches(
                total,
                iris.stream()
                        .map(NodeFactory::createURI)
                        .filter(entity -> graphs.find(Quad.defaultGraphIRI, entity, LABEL, Node.ANY)
                                .hasNext())
                        .map(entity -> view(entity, List.of(), List.of()))
                        .toList());
    }

    /** The entity with this IRI, or the one that it was found to be, when the merged facts name it. */
    Optional<EntityView> read(String iri) {
        Node entity = Members.representative(graphs, NodeFactory.createURI(iri));
        if (!graphs.find(Quad.defaultGraphIRI, entity, LABEL, Node.ANY).hasNext()) {
            return Optional.empty();
        }
        List<EntityView.Fact> facts = new ArrayList<>();
        graphs.find(Quad.defaultGraphIRI, entity, Node.ANY, Node.ANY).forEachRemaining(quad -> fact(quad, facts));
        graphs.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, entity).forEachRemaining(quad -> fact(quad, facts));
        facts.sort(Comparator.comparing(EntityView.Fact::label)
                .thenComparing(f -> f.subject().name())
                .thenComparing(f -> f.object().name())
                .thenComparing(f -> f.object().id()));
        Decided decided = new Decided(graphs);
        List<Node> members = Members.of(graphs, entity);
        EntityView bare = view(entity, facts, items(entity));
        return Optional.of(new EntityView(
                bare.id(),
                bare.name(),
                bare.labels(),
                bare.type(),
                bare.facts(),
                bare.items(),
                members.stream()
                        .map(member -> new EntityView.Party(member.getURI(), decided.name(member)))
                        .toList(),
                decided.linksOf(members).stream().map(LinkView::of).toList()));
    }

    private EntityView view(Node entity, List<EntityView.Fact> facts, List<EntityView.Item> items) {
        List<String> labels = labels(entity);
        Optional<String> type = Optional.empty();
        for (EntityType candidate : EntityType.values()) {
            if (type.isEmpty()
                    && graphs.contains(
                            Quad.defaultGraphIRI, entity, TYPE, NodeFactory.createURI(EntityClasses.of(candidate)))) {
                type = Optional.of(candidate.name());
            }
        }
        return new EntityView(entity.getURI(), labels.get(0), labels, type, facts, items, List.of(), List.of());
    }

    private List<String> labels(Node entity) {
        List<String> labels = new ArrayList<>();
        graphs.find(Quad.defaultGraphIRI, entity, LABEL, Node.ANY)
                .forEachRemaining((Quad quad) -> labels.add(quad.getObject().getLiteralLexicalForm()));
        labels.sort(Comparator.naturalOrder());
        return labels.isEmpty() ? List.of(entity.toString()) : labels;
    }

    private void fact(Quad quad, List<EntityView.Fact> facts) {
        Node property = quad.getPredicate();
        if (!property.getURI().startsWith(Nr.NS) || !quad.getObject().isURI()) {
            return;
        }
        facts.add(new EntityView.Fact(
                party(quad.getSubject()),
                property.getURI(),
                words(property.getURI().substring(Nr.NS.length())),
                party(quad.getObject()),
                sources(quad)));
    }

    private EntityView.Party party(Node entity) {
        return new EntityView.Party(entity.getURI(), labels(entity).get(0));
    }

    private List<EntityView.Source> sources(Quad fact) {
        List<EntityView.Source> sources = new ArrayList<>();
        graphs.findNG(Node.ANY, Node.ANY, NodeFactory.createURI(Rdf.SUBJECT), fact.getSubject())
                .forEachRemaining((Quad quad) -> {
                    Node graph = quad.getGraph();
                    Node statement = quad.getSubject();
                    if (graphs.contains(graph, statement, NodeFactory.createURI(Rdf.PREDICATE), fact.getPredicate())
                            && graphs.contains(graph, statement, NodeFactory.createURI(Rdf.OBJECT), fact.getObject())) {
                        Optional<Quad> original = Members.original(graphs, statement);
                        sources.add(new EntityView.Source(
                                idIn(original.map(Quad::getGraph).orElse(graph)),
                                original.map(Quad::getSubject).orElse(statement).getURI(),
                                value(graph, statement, Nr.CONFIDENCE)
                                        .map(n -> ((Number) n.getLiteralValue()).doubleValue())
                                        .orElse(0.0)));
                    }
                });
        sources.sort(Comparator.comparingDouble((EntityView.Source s) -> -s.confidence())
                .thenComparing(EntityView.Source::item));
        return sources;
    }

    /** The items in whose graphs the entity has a type. */
    private List<EntityView.Item> items(Node entity) {
        List<EntityView.Item> items = new ArrayList<>();
        for (Node member : Members.of(graphs, entity)) {
            graphs.findNG(Node.ANY, member, TYPE, Node.ANY).forEachRemaining((Quad quad) -> {
                Node graph = quad.getGraph();
                items.add(new EntityView.Item(
                        idIn(graph),
                        value(graph, Node.ANY, Schema.HEADLINE).map(Node::getLiteralLexicalForm),
                        value(graph, Node.ANY, Schema.IN_LANGUAGE)
                                .map(Node::getLiteralLexicalForm)
                                .orElse("und")));
            });
        }
        return items.stream()
                .distinct()
                .sorted(Comparator.comparing(EntityView.Item::id))
                .toList();
    }

    private String idIn(Node graph) {
        return value(graph, Node.ANY, Nr.ITEM_ID)
                .map(Node::getLiteralLexicalForm)
                .orElseGet(graph::getURI);
    }

    private Optional<Node> value(Node graph, Node subject, String property) {
        var found = graphs.find(graph, subject, NodeFactory.createURI(property), Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
