package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * An item with what is claimed of it.
 *
 * @param document text, media, mentions, chains, relations and regions
 * @param statements IRI of the statement behind each relation, by the relation's id
 */
public record AnnotatedItem(ExtractionDocument document, Map<String, String> statements) {
    public AnnotatedItem {
        statements = Map.copyOf(statements);
    }

    /** All items of a dataset by their graphs' names. Needs a transaction around it. */
    public static List<Node> graphs(DatasetGraph graphs) {
        List<Node> names = new ArrayList<>();
        graphs.listGraphNodes().forEachRemaining(name -> {
            if (name.isURI() && Iris.isVersion(name.getURI())) {
                names.add(name);
            }
        });
        names.sort(java.util.Comparator.comparing(Node::getURI));
        return names;
    }

    /** One item out of its graph. Needs a transaction around it. */
    public static AnnotatedItem read(DatasetGraph graphs, Node name) {
        Graph graph = GraphFactory.createDefaultGraph();
        graphs.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> graph.add(quad.asTriple()));
        return ItemDocuments.read(new NodeReader(graph));
    }
}
