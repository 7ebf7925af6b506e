package org.newsreel.api.statements;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.ontology.vocab.Rdfs;

/** Gives facts the names of their entities. For use inside one read transaction. */
public final class FactReader {
    private static final Node LABEL = NodeFactory.createURI(Rdfs.LABEL);

    private final DatasetGraph graphs;

    public FactReader(Dataset dataset) {
        this.graphs = dataset.asDatasetGraph();
    }

    /** With names from the merged graph, or from the items where that has none any more. */
    public FactView view(Triple fact) {
        String property = fact.getPredicate().getURI();
        String local = property.substring(Math.max(property.lastIndexOf('#'), property.lastIndexOf('/')) + 1);
        return new FactView(
                term(fact.getSubject()),
                property,
                local.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT),
                term(fact.getObject()));
    }

    private FactView.Term term(Node node) {
        return node.isLiteral()
                ? new FactView.Term(
                        Optional.empty(),
                        node.getLiteralLexicalForm(),
                        Optional.of(node.getLiteralLanguage()).filter(language -> !language.isEmpty()))
                : new FactView.Term(Optional.of(node.getURI()), name(node), Optional.empty());
    }

    private String name(Node node) {
        return least(graphs.find(Quad.defaultGraphIRI, node, LABEL, Node.ANY))
                .or(() -> least(graphs.findNG(Node.ANY, node, LABEL, Node.ANY)))
                .orElseGet(() -> node.getURI().substring(node.getURI().lastIndexOf('#') + 1));
    }

    private static Optional<String> least(Iterator<Quad> labels) {
        String least = null;
        while (labels.hasNext()) {
            String label = labels.next().getObject().getLiteralLexicalForm();
            if (least == null || label.compareTo(least) < 0) {
                least = label;
            }
        }
        return Optional.ofNullable(least);
    }
}
