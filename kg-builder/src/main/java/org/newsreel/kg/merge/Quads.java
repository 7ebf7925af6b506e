package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Reads and writes quads. Needs a transaction around every call. */
final class Quads {
    private final DatasetGraph graphs;
    private final List<Triple> added = new ArrayList<>();
    private final List<Triple> removed = new ArrayList<>();
    private boolean watching;

    Quads(DatasetGraph graphs) {
        this.graphs = graphs;
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    void add(Node graph, Node subject, Node predicate, Node object) {
        add(new Quad(graph, subject, predicate, object));
    }

    void add(Quad quad) {
        graphs.add(quad);
    }

    void delete(Quad quad) {
        graphs.delete(quad);
    }

    void deleteAll(Node graph, Node subject, Node predicate, Node object) {
        find(graph, subject, predicate, object).forEach(this::delete);
    }

    void addFact(Triple fact) {
        Quad quad = new Quad(Quad.defaultGraphIRI, fact);
        if (watching && !graphs.contains(quad)) {
            added.add(fact);
        }
        add(quad);
    }

    void deleteFact(Triple fact) {
        Quad quad = new Quad(Quad.defaultGraphIRI, fact);
        if (watching && graphs.contains(quad)) {
            removed.add(fact);
        }
        delete(quad);
    }

    /** What the work does to the default graph; looked at only here, because it costs a look-up for each fact. */
    FactChanges watch(Runnable work) {
        watching = true;
        try {
            work.run();
            return new FactChanges(added, removed);
        } finally {
            watching = false;
            added.clear();
            removed.clear();
        }
    }

    /** Matches in a graph, or in all named ones for ANY; collected, so that callers may write meanwhile. */
    List<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        List<Quad> quads = new ArrayList<>();
        stream(graph, subject, predicate, object).forEachRemaining(quads::add);
        return quads;
    }

    /** As {@link #find}, as they come; nothing may be written meanwhile. */
    Iterator<Quad> stream(Node graph, Node subject, Node predicate, Node object) {
        return Quad.isDefaultGraph(graph)
                ? graphs.find(graph, subject, predicate, object)
                : graphs.findNG(graph, subject, predicate, object);
    }

    boolean contains(Node graph, Node subject, Node predicate, Node object) {
        return graphs.contains(graph, subject, predicate, object);
    }

    Optional<Node> object(Node graph, Node subject, Node predicate) {
        Iterator<Quad> found = graphs.findNG(graph, subject, predicate, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }
}
