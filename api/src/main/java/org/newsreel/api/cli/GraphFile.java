package org.newsreel.api.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Prefixes;

/**
 * A graph written to a file without a store: named graphs as they come, the merged facts at the end. Memory holds the
 * merged facts. The file appears under its name only when it is whole.
 */
final class GraphFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream bytes;
    private final StreamRDF out;
    private final Set<Triple> facts = new HashSet<>();

    private GraphFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.bytes = new BufferedOutputStream(Files.newOutputStream(part));
        this.out = StreamRDFWriter.getWriterStream(bytes, file.toString().endsWith(".nq") ? Lang.NQUADS : Lang.TRIG);
        out.start();
        Prefixes.ALL.forEach(out::prefix);
    }

    static GraphFile create(Path file) {
        try {
            return new GraphFile(file);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    file + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
    }

    /**
     * Adds one document's graph.
     *
     * @throws IllegalArgumentException in one sentence, when the graph breaks a shape
     */
    void add(ExtractionDocument document) {
        ItemGraph item = ItemGraphBuilder.build(document);
        ItemShapes.check(item);
        item.graph().find().forEachRemaining(triple -> out.quad(Quad.create(item.name(), triple)));
        facts.addAll(item.facts());
    }

    /** Writes the merged facts and gives the file its name. */
    void finish() throws IOException {
        facts.stream()
                .sorted(java.util.Comparator.comparing(Triple::toString))
                .forEach(fact -> out.quad(Quad.create(Quad.defaultGraphIRI, fact)));
        out.finish();
        bytes.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        Files.deleteIfExists(part);
    }
}
