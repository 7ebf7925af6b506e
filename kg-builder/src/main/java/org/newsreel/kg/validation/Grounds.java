package org.newsreel.kg.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;

/** What a node of an item's graph rests on, followed from statement or entity to evidence to selector. */
final class Grounds {
    private static final int MOST = 3;

    private final Graph graph;
    private final Set<Node> evidence = new LinkedHashSet<>();
    private final Set<Node> selectors = new LinkedHashSet<>();

    Grounds(Graph graph, Node node) {
        this.graph = graph;
        evidence.add(node);
        evidence.addAll(objects(node, Prov.WAS_DERIVED_FROM));
        evidence.addAll(objects(node, Gaf.DENOTED_BY));
        graph.find(Node.ANY, iri(Oa.HAS_SELECTOR), node).forEach(triple -> evidence.add(triple.getSubject()));
        selectors.add(node);
        evidence.forEach(e -> selectors.addAll(objects(e, Oa.HAS_SELECTOR)));
    }

    Optional<String> quote() {
        return joined(selectors.stream()
                .filter(selector -> !objects(selector, Oa.EXACT).isEmpty())
                .map(selector -> "\"" + text(selector, Oa.EXACT) + "\" at " + text(selector, Oa.START) + "-"
                        + text(selector, Oa.END))
                .toList());
    }

    Optional<String> frame() {
        return joined(evidence.stream()
                .flatMap(e -> objects(e, Oa.HAS_SELECTOR).stream()
                        .filter(selector -> !objects(selector, Rdf.VALUE).isEmpty())
                        .map(selector -> file(e) + " " + text(selector, Rdf.VALUE)))
                .toList());
    }

    private String file(Node evidence) {
        return objects(evidence, Oa.HAS_SOURCE).stream()
                .map(source -> text(source, Nr.FILE))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("a picture");
    }

    private static Optional<String> joined(List<String> places) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.stream().sorted().limit(MOST).collect(Collectors.joining(", "))
                        + (places.size() > MOST ? ", …" : ""));
    }

    private String text(Node subject, String property) {
        return objects(subject, property).stream()
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private Set<Node> objects(Node subject, String property) {
        if (subject.isLiteral()) {
            return Set.of();
        }
        Set<Node> objects = new LinkedHashSet<>();
        graph.find(subject, iri(property), Node.ANY).forEach(triple -> objects.add(triple.getObject()));
        return objects;
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
