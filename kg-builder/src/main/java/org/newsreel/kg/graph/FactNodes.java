package org.newsreel.kg.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.identity.Iris;

/** The nodes that follow from a fact. */
public final class FactNodes {
    private FactNodes() {}

    /**
     * The statement of a fact by the item whose version a graph is, whether the item states it or not.
     *
     * @param graph name of an item version's graph
     */
    public static Node statement(Node graph, Triple fact) {
        return of(Iris.itemOf(graph.getURI()).orElseThrow(), fact);
    }

    /** The fact itself, which restated statements are specializations of. */
    public static Node fact(Triple fact) {
        return GraphSheet.iri(
                Iris.fact(fact.getSubject().getURI(), fact.getPredicate().getURI(), key(fact.getObject())));
    }

    static Node of(String item, Triple fact) {
        return NodeFactory.createURI(Iris.statement(
                item, fact.getSubject().getURI(), fact.getPredicate().getURI(), key(fact.getObject())));
    }

    private static String key(Node object) {
        return object.isURI() ? object.getURI() : object.getLiteralLexicalForm() + "@" + object.getLiteralLanguage();
    }
}
