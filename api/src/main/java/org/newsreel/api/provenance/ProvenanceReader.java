package org.newsreel.api.provenance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.newsreel.kg.provenance.ExplainedStatement;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prefixes;

/** Collects statement nodes and what they lead to. For use inside one read transaction. */
final class ProvenanceReader {
    /** The parts of the triple are named, not described: an entity's other evidence is another question. */
    private static final Set<Node> TRIPLE =
            Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode(), RDF.type.asNode());

    private final DatasetGraph graphs;

    ProvenanceReader(Dataset dataset) {
        this.graphs = dataset.asDatasetGraph();
    }

    private record Found(Node graph, Node node) {}

    /**
     * The statements with everything they lead to in their own graphs: evidence, selectors, sources, activities. The
     * text that a quote is from and the subtitles of a video stay out; they belong to the item's own answer.
     */
    Model describe(List<ExplainedStatement> statements) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefixes(Prefixes.ALL);
        Deque<Found> open = new ArrayDeque<>();
        for (ExplainedStatement statement : statements) {
            Node node = NodeFactory.createURI(statement.iri());
            graphs.findNG(Node.ANY, node, RDF.subject.asNode(), Node.ANY)
                    .forEachRemaining((Quad quad) -> open.add(new Found(quad.getGraph(), node)));
            // The statement in the terms of the merged graph, where these differ from the item's own.
            graphs.findNG(Node.ANY, Node.ANY, NodeFactory.createURI(Nr.RESTATES), node)
                    .forEachRemaining((Quad quad) -> open.add(new Found(quad.getGraph(), quad.getSubject())));
        }
        Set<Found> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Found next = open.pop();
            if (seen.add(next)) {
                graphs.find(next.graph(), next.node(), Node.ANY, Node.ANY)
                        .forEachRemaining((Quad quad) -> follow(quad, model, open));
            }
        }
        return model;
    }

    private static void follow(Quad quad, Model model, Deque<Found> open) {
        Node object = quad.getObject();
        if (quad.getPredicate().hasURI(Nr.SUBTITLES)
                || quad.getPredicate().hasURI(Nr.TEXT)
                        && !object.getLiteralLanguage().isEmpty()) {
            return;
        }
        model.getGraph().add(quad.asTriple());
        if (!TRIPLE.contains(quad.getPredicate()) && (object.isURI() || object.isBlank())) {
            open.add(new Found(quad.getGraph(), object));
        }
    }
}
