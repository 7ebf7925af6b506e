package org.newsreel.kg.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.merge.MergedGraphs;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Prefixes;

/**
 * A graph in memory for export without a store, and the writing of any dataset to a file in any {@link GraphFormat}. Not
 * thread safe.
 */
public final class GraphFile {
    /** Indexed in every direction, which the general in-memory dataset is not. */
    private final DatasetGraph graphs = DatasetGraphFactory.createTxnMem();

    private final MergedGraphs merged = new MergedGraphs(graphs);

    /**
     * Adds an item as a store would. An item of the same id in another version is not replaced: give each id once.
     *
     * @throws IllegalArgumentException in one sentence, when the document has no valid graph
     */
    public void add(ExtractionDocument document) {
        ItemGraph item = ItemGraphBuilder.build(document);
        ItemShapes.check(item);
        Txn.executeWrite(graphs, () -> merged.put(item));
    }

    /** Writes what was added. */
    public void write(Path file) throws IOException {
        GraphFormat format = GraphFormat.of(file);
        Txn.executeWrite(graphs, merged::settle);
        graphs.begin(ReadWrite.READ);
        try {
            write(graphs, format, file);
        } finally {
            graphs.end();
        }
    }

    /**
     * Writes a whole dataset, in a transaction of its own, in the format that the file's name tells; a format without
     * named graphs gets the default graph. The file appears whole or not at all.
     *
     * @throws IllegalArgumentException when the name tells no format, or the format can't hold the graph
     */
    public static void write(Dataset dataset, Path file) throws IOException {
        DatasetGraph graphs = dataset.asDatasetGraph();
        GraphFormat format = GraphFormat.of(file);
        if (graphs.isInTransaction()) {
            write(graphs, format, file);
            return;
        }
        graphs.begin(ReadWrite.READ);
        try {
            write(graphs, format, file);
        } finally {
            graphs.end();
        }
    }

    /** Writes sorted quads; of named graphs only what the format holds. The file appears whole or not at all. */
    public static void write(SortedQuads quads, Path file) throws IOException {
        GraphFormat format = GraphFormat.of(file);
        write(
                file,
                format,
                to -> quads.forEach(quad -> {
                    if (quad.isDefaultGraph()) {
                        to.triple(quad.asTriple());
                    } else if (format.holdsGraphs()) {
                        to.quad(quad);
                    }
                }));
    }

    private static void write(DatasetGraph graphs, GraphFormat format, Path file) throws IOException {
        write(file, format, to -> {
            if (format == GraphFormat.N_QUADS) {
                // They are sorted as lines, all graphs in one.
                graphs.find().forEachRemaining(to::quad);
            } else if (format.holdsGraphs()) {
                CanonicalOrder.send(graphs, to);
            } else {
                CanonicalOrder.sendFacts(graphs, to);
            }
        });
    }

    private static void write(Path file, GraphFormat format, Consumer<StreamRDF> source) throws IOException {
        try {
            AtomicFile.write(file, out -> {
                StreamRDF to = format.writer(out);
                to.start();
                Prefixes.ALL.forEach(to::prefix);
                source.accept(to);
                to.finish();
            });
        } catch (UncheckedIOException | RuntimeIOException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }
}
