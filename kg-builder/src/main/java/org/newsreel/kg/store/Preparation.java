package org.newsreel.kg.store;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * What can be done for a document before it is written: its graph, held against the shapes. It takes a quarter of the time
 * that a document takes, and needs no store, so a batch's documents are prepared by other cores while the writer writes
 * those that came before them.
 */
sealed interface Preparation {
    ExtractionDocument document();

    /** Known by its version to be in the store; built after all if that has changed until the writer's turn. */
    record Known(ExtractionDocument document) implements Preparation {}

    /** A graph that may be written. */
    record Ready(ExtractionDocument document, ItemGraph graph) implements Preparation {}

    /** A document that breaks a shape or can't be built, and why. */
    record Refused(ExtractionDocument document, String reason) implements Preparation {}

    /**
     * Begins to prepare documents on all cores but this one, in their order. Joining a task throws what its preparation
     * threw.
     */
    static List<ForkJoinTask<Preparation>> begin(
            List<ExtractionDocument> batch, Predicate<ExtractionDocument> isKnown) {
        return batch.stream()
                .map(document -> ForkJoinPool.commonPool()
                        .submit(() -> isKnown.test(document) ? new Known(document) : of(document)))
                .toList();
    }

    private static Preparation of(ExtractionDocument document) {
        try {
            ItemGraph graph = ItemGraphBuilder.build(document);
            ItemShapes.check(graph);
            return new Ready(document, graph);
        } catch (IllegalArgumentException e) {
            return new Refused(document, e.getMessage());
        }
    }

    /** Builds the graph of one that was taken for known. */
    default Preparation settled() {
        return this instanceof Known ? of(document()) : this;
    }
}
