package org.newsreel.kg.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Schema;

/** Which items are in the store, and what their graphs hold. Every call needs a transaction around it. */
final class ItemGraphs {
    private static final Node SPECIALIZATION_OF = iri(Prov.SPECIALIZATION_OF);
    private static final Node ITEM_ID = iri(Nr.ITEM_ID);
    private static final Node STATEMENT = iri(Rdf.STATEMENT);
    private static final Node TYPE = iri(Rdf.TYPE);
    private static final Node SUBJECT = iri(Rdf.SUBJECT);
    private static final Node PREDICATE = iri(Rdf.PREDICATE);
    private static final Node OBJECT = iri(Rdf.OBJECT);
    private static final Node SHA256 = iri(Schema.SHA256);

    private final DatasetGraph graphs;

    ItemGraphs(DatasetGraph graphs) {
        this.graphs = graphs;
    }

    Optional<String> versionOf(String itemId) {
        for (Quad quad : find(Node.ANY, Node.ANY, SPECIALIZATION_OF, iri(Iris.item(itemId)))) {
            if (isItemGraph(quad.getGraph())) {
                return Iris.versionIn(quad.getGraph().getURI());
            }
        }
        return Optional.empty();
    }

    List<String> ids() {
        return find(Node.ANY, Node.ANY, ITEM_ID, Node.ANY).stream()
                .filter(quad -> isItemGraph(quad.getGraph()))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    /** The names of all item graphs. */
    List<Node> names() {
        return find(Node.ANY, Node.ANY, SPECIALIZATION_OF, Node.ANY).stream()
                .map(Quad::getGraph)
                .filter(ItemGraphs::isItemGraph)
                .distinct()
                .toList();
    }

    /** The statements of a graph, each with the fact that it states. */
    Map<Node, Triple> statements(Node graph) {
        Map<Node, Triple> statements = new HashMap<>();
        for (Quad quad : find(graph, Node.ANY, TYPE, STATEMENT)) {
            Node statement = quad.getSubject();
            statements.put(
                    statement,
                    Triple.create(
                            object(graph, statement, SUBJECT),
                            object(graph, statement, PREDICATE),
                            object(graph, statement, OBJECT)));
        }
        return statements;
    }

    /** Hashes of the media that a version uses. */
    Set<String> media(Node graph) {
        Set<String> media = new HashSet<>();
        for (Quad quad : find(graph, Node.ANY, SHA256, Node.ANY)) {
            media.add(quad.getObject().getLiteralLexicalForm());
        }
        return media;
    }

    boolean usesMedium(String sha256) {
        return find(Node.ANY, iri(Iris.media(sha256)), SHA256, Node.ANY).stream()
                .anyMatch(quad -> isItemGraph(quad.getGraph()));
    }

    private Node object(Node graph, Node subject, Node predicate) {
        return graphs.find(graph, subject, predicate, Node.ANY).next().getObject();
    }

    private List<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        List<Quad> quads = new ArrayList<>();
        graphs.findNG(graph, subject, predicate, object).forEachRemaining(quads::add);
        return quads;
    }

    private static boolean isItemGraph(Node graph) {
        return graph.isURI() && Iris.isVersion(graph.getURI());
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
