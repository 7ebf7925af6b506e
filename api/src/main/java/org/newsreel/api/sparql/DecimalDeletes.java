package org.newsreel.api.sparql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * Lets decimals be deleted from TDB2. It keeps {@code 456} with no decimal places and {@code 1.50} with two, gives them
 * out as {@code 456.0} and {@code 1.5}, and looks for one place when told to delete those: without this, such a triple stays
 * for ever, even through {@code CLEAR ALL}. Reading is TDB2's own.
 */
final class DecimalDeletes extends DatasetGraphWrapper {
    /** What TDB2 keeps as a number: the digits in 48 bits with their sign, the places in eight. */
    private static final int BITS = 47;

    private static final int MOST_PLACES = 127;

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
        if (isDecimal(object)) {
            forms(object).forEach(form -> super.delete(graph, subject, predicate, form));
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

    private static boolean isDecimal(Node node) {
        return node.isLiteral()
                && XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())
                && XSDDatatype.XSDdecimal.isValid(node.getLiteralLexicalForm());
    }

    /** The number with as few places as it needs, with one more, and so on, as far as TDB2 keeps such as numbers. */
    private static Stream<Node> forms(Node node) {
        BigDecimal number = new BigDecimal(node.getLiteralLexicalForm().strip()).stripTrailingZeros();
        int least = Math.max(0, number.scale());
        return IntStream.rangeClosed(least, MOST_PLACES)
                .mapToObj(number::setScale)
                .takeWhile(form -> form.unscaledValue().bitLength() <= BITS)
                .map(form -> NodeFactory.createLiteralDT(form.toPlainString(), XSDDatatype.XSDdecimal));
    }
}
