package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Short questions to a graph; whatever there are several of comes in the order of its text. */
final class NodeReader {
    private static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

    private final Graph graph;

    NodeReader(Graph graph) {
        this.graph = graph;
    }

    List<Node> objects(Node subject, String property) {
        TreeSet<Node> found = new TreeSet<>(ORDER);
        graph.find(subject, iri(property), Node.ANY).forEach(triple -> found.add(triple.getObject()));
        return List.copyOf(found);
    }

    List<Node> subjects(String property, String object) {
        return subjects(property, iri(object));
    }

    List<Node> subjects(String property, Node object) {
        TreeSet<Node> found = new TreeSet<>(ORDER);
        graph.find(Node.ANY, iri(property), object).forEach(triple -> found.add(triple.getSubject()));
        return new ArrayList<>(found);
    }

    /** Every subject that has a property. */
    List<Node> subjectsOf(String property) {
        return subjects(property, Node.ANY);
    }

    Optional<Node> one(Node subject, String property) {
        return objects(subject, property).stream().findFirst();
    }

    Optional<String> text(Node subject, String property) {
        return one(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    OptionalDouble number(Node subject, String property) {
        return text(subject, property).stream().mapToDouble(Double::parseDouble).findFirst();
    }

    boolean has(Node subject, String property, String object) {
        return graph.contains(subject, iri(property), iri(object));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
