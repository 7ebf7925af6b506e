package org.newsreel.kg.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.ontology.OntologyFiles;

/** Holds item graphs against the SHACL shapes of {@code ontology/}. Thread safe. */
public final class ItemShapes {
    private static final Shapes SHAPES = Shapes.parse(read());

    private ItemShapes() {}

    /**
     * Passes a graph that conforms.
     *
     * @throws IllegalArgumentException naming one node that breaks a shape and how, in one sentence
     */
    public static void check(ItemGraph item) {
        List<String> violations = violations(item.graph());
        if (!violations.isEmpty()) {
            String others = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
            throw new IllegalArgumentException(
                    "item " + item.itemId() + " breaks a shape: " + violations.get(0) + others);
        }
    }

    /** What is wrong with a graph, one sentence for each fault, sorted; empty when it conforms. */
    public static List<String> violations(Graph graph) {
        return entries(graph).stream()
                .map(entry -> Optional.ofNullable(entry.message()).orElse("a shape is broken") + ", but not "
                        + entry.focusNode())
                .distinct()
                .sorted()
                .toList();
    }

    /** Every fault of a graph, as the validator tells it. */
    static List<ReportEntry> entries(Graph graph) {
        return List.copyOf(ShaclValidator.get().validate(SHAPES, graph).getEntries());
    }

    private static Graph read() {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = OntologyFiles.shapes()) {
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException("the shapes inside the jar can't be read", e);
        }
        return graph;
    }
}
