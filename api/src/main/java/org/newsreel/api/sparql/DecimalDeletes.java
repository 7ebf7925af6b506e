package org.newsreel.api.sparql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * Lets whole decimals be deleted from TDB2. It keeps {@code "456"^^xsd:decimal} as a number with no decimal places, gives
 * it out as {@code 456.0}, and looks for a number with one place when told to delete that: without this, such a triple
 * stays for ever, even through {@code CLEAR ALL}. Reading is TDB2's own.
 */
final class DecimalDeletes extends DatasetGraphWrapper {
    DecimalDeletes(DatasetGraph tdb) {
        super(tdb);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public void delete(Quad quad) {
        delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        super.delete(graph, subject, predicate, object);
        if (isWhole(object)) {
            super.delete(graph, subject, predicate, withoutPlaces(object));
        }
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        super.deleteAny(graph, subject, predicate, object);
        List<Quad> left = new ArrayList<>();
        Iterator<Quad> found = find(graph, subject, predicate, object);
        while (found.hasNext()) {
            left.add(found.next());
        }
        left.forEach(this::delete);
    }

    @Override
    public void removeGraph(Node name) {
        deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public void clear() {
        super.clear();
        deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    private static boolean isWhole(Node node) {
        return node.isLiteral()
                && XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())
                && XSDDatatype.XSDdecimal.isValid(node.getLiteralLexicalForm())
                && number(node).stripTrailingZeros().scale() <= 0;
    }

    private static Node withoutPlaces(Node node) {
        return NodeFactory.createLiteralDT(number(node).toBigInteger().toString(), XSDDatatype.XSDdecimal);
    }

    private static BigDecimal number(Node node) {
        return new BigDecimal(node.getLiteralLexicalForm().strip());
    }
}
