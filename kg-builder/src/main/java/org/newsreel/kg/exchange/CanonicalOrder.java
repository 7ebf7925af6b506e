package org.newsreel.kg.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * The order in which quads leave: the default graph first, then the graphs by name; in each by subject, predicate and
 * object. Equal graphs leave equally whatever store they are in. Memory holds one named graph, and of the default graph
 * what {@link SortedQuads} allows.
 */
public final class CanonicalOrder {
    static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    static final Comparator<Quad> QUADS = Comparator.comparing((Quad quad) -> quad.isDefaultGraph())
            .reversed()
            .thenComparing(Quad::getGraph, NodeCmp::compareRDFTerms)
            .thenComparing(Quad::asTriple, TRIPLES);

    private CanonicalOrder() {}

    /** Sends a whole dataset, triples as the default graph's. Needs a transaction around it. */
    public static void send(DatasetGraph graphs, StreamRDF to) {
        sendFacts(graphs, to);
        for (Node name : names(graphs)) {
            triples(graphs, name).forEach(triple -> to.quad(Quad.create(name, triple)));
        }
    }

    /** Sends the default graph alone. Needs a transaction around it. */
    public static void sendFacts(DatasetGraph graphs, StreamRDF to) {
        try (SortedQuads sorted = new SortedQuads()) {
            graphs.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(sorted::add);
            sorted.forEach(quad -> to.triple(quad.asTriple()));
        }
    }

    /** The names of the named graphs, sorted. Needs a transaction around it. */
    public static List<Node> names(DatasetGraph graphs) {
        TreeSet<Node> names = new TreeSet<>(NodeCmp::compareRDFTerms);
        Iterator<Node> all = graphs.listGraphNodes();
        all.forEachRemaining(names::add);
        return List.copyOf(names);
    }

    /** The triples of one named graph, sorted. Needs a transaction around it. */
    public static List<Triple> triples(DatasetGraph graphs, Node name) {
        List<Triple> triples = new ArrayList<>();
        graphs.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        triples.sort(TRIPLES);
        return triples;
    }
}
