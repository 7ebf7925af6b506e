package org.newsreel.kg.merge;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.graph.FactNodes;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;

/**
 * How statements read once identities and reviews are taken into account, and which facts they support. A statement that
 * reads otherwise than its item has it is written once more, as a restated one in the identity graph with the evidence of
 * the first, so that every fact of the default graph still has statements of its own terms.
 */
final class Facts {
    private static final Node GRAPH = Links.GRAPH;
    private static final Node RESTATES = Quads.iri(Nr.RESTATES);
    private static final Node SPECIALIZATION_OF = Quads.iri(Prov.SPECIALIZATION_OF);
    private static final Node INFLUENCED_BY = Quads.iri(Prov.WAS_INFLUENCED_BY);
    private static final Set<Node> TRIPLE = Set.of(ItemGraphs.SUBJECT, ItemGraphs.PREDICATE, ItemGraphs.OBJECT);
    private static final Set<String> SYMMETRIC = symmetric();

    private final Quads quads;
    private final ReviewBook reviews;
    private final Links links;
    private final Map<Node, Node> representatives = new HashMap<>();

    Facts(Quads quads, ReviewBook reviews, Links links) {
        this.quads = quads;
        this.reviews = reviews;
        this.links = links;
    }

    /** Properties that are symmetric wherever the schema has them; the lesser IRI is their subject. */
    private static Set<String> symmetric() {
        Map<String, Boolean> always = RelationSchema.standard().types().stream()
                .filter(type -> type.property().isPresent())
                .collect(Collectors.toMap(
                        type -> Nr.NS + type.property().orElseThrow(), RelationType::symmetric, Boolean::logicalAnd));
        return always.keySet().stream().filter(always::get).collect(Collectors.toUnmodifiableSet());
    }

    /** Representatives may have changed. */
    void forget() {
        representatives.clear();
    }

    /** The fact that a statement supports; empty when it was rejected or says only that something is itself. */
    Optional<Triple> reading(Stated stated) {
        return reviews.reading(stated).flatMap(this::merged);
    }

    private Optional<Triple> merged(Triple fact) {
        Node subject = representative(fact.getSubject());
        Node object = representative(fact.getObject());
        if (subject.equals(object)) {
            return Optional.empty();
        }
        boolean swap = object.isURI()
                && SYMMETRIC.contains(fact.getPredicate().getURI())
                && subject.getURI().compareTo(object.getURI()) > 0;
        return Optional.of(
                swap
                        ? Triple.create(object, fact.getPredicate(), subject)
                        : Triple.create(subject, fact.getPredicate(), object));
    }

    private Node representative(Node node) {
        return ItemGraphs.isEntity(node) ? representatives.computeIfAbsent(node, links::representative) : node;
    }

    /** Writes how a statement reads now, in place of how it read before, and returns that. */
    Optional<Triple> write(Stated stated) {
        unwrite(stated);
        Optional<Triple> reading = reading(stated);
        reading.filter(fact -> !fact.equals(stated.fact())).ifPresent(fact -> restate(stated, fact));
        return reading;
    }

    void unwrite(Stated stated) {
        quads.deleteAll(GRAPH, restated(stated), Node.ANY, Node.ANY);
    }

    private void restate(Stated stated, Triple fact) {
        Node node = restated(stated);
        for (Quad quad : quads.find(stated.graph(), stated.statement(), Node.ANY, Node.ANY)) {
            if (!TRIPLE.contains(quad.getPredicate())) {
                quads.add(GRAPH, node, quad.getPredicate(), quad.getObject());
            }
        }
        quads.add(GRAPH, node, ItemGraphs.SUBJECT, fact.getSubject());
        quads.add(GRAPH, node, ItemGraphs.PREDICATE, fact.getPredicate());
        quads.add(GRAPH, node, ItemGraphs.OBJECT, fact.getObject());
        quads.add(GRAPH, node, RESTATES, stated.statement());
        quads.add(GRAPH, node, SPECIALIZATION_OF, FactNodes.fact(fact));
        if (!reviews.reading(stated).equals(Optional.of(stated.fact()))) {
            quads.add(
                    GRAPH,
                    node,
                    INFLUENCED_BY,
                    Quads.iri(Iris.review(stated.statement().getURI())));
        }
    }

    /** Whether some statement supports a fact. Facts of graphs that users added don't count. */
    boolean holds(Triple fact) {
        if (quads.contains(GRAPH, Node.ANY, SPECIALIZATION_OF, FactNodes.fact(fact))) {
            return true;
        }
        Iterator<Quad> direct = quads.stream(Node.ANY, fact.getSubject(), fact.getPredicate(), fact.getObject());
        while (direct.hasNext()) {
            Node graph = direct.next().getGraph();
            if (ItemGraphs.isItemGraph(graph)) {
                Stated stated = new Stated(graph, FactNodes.statement(graph, fact), fact);
                if (reading(stated).equals(Optional.of(fact))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Node restated(Stated stated) {
        return Quads.iri(Iris.restated(stated.statement().getURI()));
    }
}
