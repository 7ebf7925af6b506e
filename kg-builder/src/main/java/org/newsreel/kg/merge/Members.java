package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;

/** Which entities of item graphs one entity of the default graph stands for. Every call needs a transaction. */
public final class Members {
    private Members() {}

    /** Who stands for an entity in the default graph: mostly itself. */
    public static Node representative(DatasetGraph graphs, Node entity) {
        Iterator<Quad> found = graphs.find(Links.GRAPH, entity, OWL.sameAs.asNode(), Node.ANY);
        return found.hasNext() ? found.next().getObject() : entity;
    }

    /** The entities that one stands for, itself first. */
    public static List<Node> of(DatasetGraph graphs, Node representative) {
        List<Node> members = new ArrayList<>();
        graphs.find(Links.GRAPH, Node.ANY, OWL.sameAs.asNode(), representative)
                .forEachRemaining(quad -> members.add(quad.getSubject()));
        members.sort(Comparator.comparing(Node::getURI));
        members.add(0, representative);
        return members;
    }

    /** The item's own statement behind a restated one, and its graph; empty for any other node. */
    public static Optional<Quad> original(DatasetGraph graphs, Node restated) {
        Iterator<Quad> link = graphs.find(Links.GRAPH, restated, Quads.iri(Nr.RESTATES), Node.ANY);
        if (!link.hasNext()) {
            return Optional.empty();
        }
        Node statement = link.next().getObject();
        Iterator<Quad> found = graphs.findNG(Node.ANY, statement, ItemGraphs.SUBJECT, Node.ANY);
        while (found.hasNext()) {
            Quad quad = found.next();
            if (Iris.isVersion(quad.getGraph().getURI())) {
                return Optional.of(quad);
            }
        }
        return Optional.empty();
    }
}
