package org.newsreel.kg.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.vocabulary.OWL;
import org.newsreel.kg.identity.Iris;

/** Collects from changes whose documents may have to be made anew. */
final class Touched extends RDFChangesBase {
    private static final Node SAME_AS = OWL.sameAs.asNode();

    private final Set<Node> entities = new LinkedHashSet<>();
    private final Set<Node> items = new LinkedHashSet<>();

    Set<Node> entities() {
        return entities;
    }

    Set<Node> items() {
        return items;
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        touch(graph, subject, predicate, object);
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        touch(graph, subject, predicate, object);
    }

    private void touch(Node graph, Node subject, Node predicate, Node object) {
        if (!subject.isURI()) {
            return;
        }
        if (graph == null || !graph.isURI()) {
            // Facts too: an entity's document counts them.
            if (predicate.equals(GraphDocuments.LABEL) || GraphDocuments.isFact(predicate, object)) {
                entities.add(subject);
            }
        } else if (graph.getURI().equals(Iris.IDENTITY_GRAPH)) {
            if (predicate.equals(SAME_AS)) {
                entities.add(subject);
                entities.add(object);
            }
        } else {
            Iris.itemOf(graph.getURI()).ifPresent(item -> {
                items.add(NodeFactory.createURI(item));
                if (predicate.equals(GraphDocuments.TYPE)) {
                    entities.add(subject);
                }
            });
        }
    }
}
