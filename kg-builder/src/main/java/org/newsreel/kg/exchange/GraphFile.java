package org.newsreel.kg.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Prefixes;

/**
 * A graph in memory for export without a store, and the writing of any dataset to a file: {@code .nq} as canonical
 * N-Quads, {@code .trig} as TriG with Newsreel's prefixes. Not thread safe.
 */
public final class GraphFile {
    private final DatasetGraph graphs = DatasetGraphFactory.create();

    /**
     * Adds an item as a store would. An item of the same id in another version is not replaced: give each id once.
     *
     * @throws IllegalArgumentException in one sentence, when the document has no valid graph
     */
    public void add(ExtractionDocument document) {
        ItemGraph item = ItemGraphBuilder.build(document);
        ItemShapes.check(item);
        item.graph().find().forEach(triple -> graphs.add(new Quad(item.name(), triple)));
        item.facts().forEach(fact -> graphs.add(new Quad(Quad.defaultGraphIRI, fact)));
    }

    /** Writes what was added. */
    public void write(Path file) throws IOException {
        write(graphs, file);
    }

    /**
     * Writes a whole dataset, in a transaction of its own. The file appears whole or not at all.
     *
     * @throws IllegalArgumentException when the file's name ends neither in {@code .nq} nor in {@code .trig}
     */
    public static void write(Dataset dataset, Path file) throws IOException {
        DatasetGraph graphs = dataset.asDatasetGraph();
        try {
            Txn.executeRead(graphs, () -> {
                try {
                    write(graphs, file);
                } catch (IOException e) {
                    throw new Wrapped(e);
                }
            });
        } catch (Wrapped e) {
            throw e.failure;
        }
    }

    private static void write(DatasetGraph graphs, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".nq") && !name.endsWith(".trig")) {
            throw new IllegalArgumentException(
                    file + " must end in .nq for N-Quads or in .trig for TriG: name the file so");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                if (name.endsWith(".nq")) {
                    try (BufferedWriter lines =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                        NQuadLines.write(graphs, lines);
                    }
                } else {
                    trig(graphs, out);
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void trig(DatasetGraph graphs, OutputStream out) {
        DatasetGraph copy = DatasetGraphFactory.create();
        graphs.find().forEachRemaining(copy::add);
        for (Map.Entry<String, String> prefix : Prefixes.ALL.entrySet()) {
            copy.prefixes().add(prefix.getKey(), prefix.getValue());
        }
        RDFWriter.source(copy).lang(Lang.TRIG).output(out);
    }

    private static final class Wrapped extends RuntimeException {
        final transient IOException failure;

        Wrapped(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
