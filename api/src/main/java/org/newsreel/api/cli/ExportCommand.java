package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.SortedQuads;
import org.newsreel.kg.mapping.Mapping;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel export}: the whole graph as a file. */
@Command(
        name = "export",
        description = "Write the graph to a file, in Newsreel's own terms or in others.",
        footer = {
            "",
            "The file's name tells the format; equal graphs give equal bytes:",
            "  .nq      canonical N-Quads         .ttl  Turtle, the merged facts alone",
            "  .trig    TriG                      .nt   N-Triples, the merged facts alone",
            "  .jsonld  JSON-LD, framed by item   .rdf  RDF/XML, the merged facts alone",
            "  .rpb     RDF Protobuf (Jena)       and each of them with .gz after it",
            "",
            "Example:  newsreel export --mapping schema.org --out news.ttl.gz"
        })
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Mixin
    private MappingOption mapping;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
    private Path out;

    @Override
    public Integer call() {
        BuildCommand.requireGraphName(out);
        Optional<Mapping> terms = mapping.load();
        try (KnowledgeStore opened = store.openExisting()) {
            if (terms.isPresent()) {
                write(opened.dataset(), terms.get());
            } else {
                GraphFile.write(opened.dataset(), out);
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.someFailed(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    out + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
        return ExitCode.DONE;
    }

    private void write(Dataset dataset, Mapping terms) throws IOException {
        dataset.begin(ReadWrite.READ);
        try (SortedQuads mapped = terms.apply(dataset)) {
            GraphFile.write(mapped, out);
        } finally {
            dataset.end();
        }
    }
}
