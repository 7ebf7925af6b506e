package org.newsreel.kg.graph;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.newsreel.ontology.vocab.Rdf;

/** A graph being written: one method for each kind of value, each value always in the same lexical form. */
final class GraphSheet {
    private static final double MILLION = 1e6;

    private final Graph graph = GraphFactory.createDefaultGraph();

    Graph graph() {
        return graph;
    }

    void type(Node subject, String type) {
        link(subject, Rdf.TYPE, type);
    }

    void link(Node subject, String property, String iri) {
        put(subject, property, iri(iri));
    }

    void put(Node subject, String property, Node object) {
        graph.add(subject, iri(property), object);
    }

    void put(Triple triple) {
        graph.add(triple);
    }

    void text(Node subject, String property, String value) {
        put(subject, property, NodeFactory.createLiteralString(value));
    }

    void integer(Node subject, String property, int value) {
        put(subject, property, NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger));
    }

    void number(Node subject, String property, double value) {
        // Jena's own form, because TDB2 keeps the number and writes it so when read. Adding zero turns -0.0, which
        // passes every range check, into 0.0.
        put(subject, property, NodeFactory.createLiteralDT(XSDNumUtils.stringForm(value + 0.0), XSDDatatype.XSDdouble));
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    /** A weight or a confidence as it is written: six decimals say more than any network knows. */
    static double rounded(double value) {
        return Math.round(value * MILLION) / MILLION;
    }
}
