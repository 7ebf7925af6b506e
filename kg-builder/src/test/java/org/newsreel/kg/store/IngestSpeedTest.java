package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.ontology.claim.ExtractionDocument;

/** Prints how fast items of a usual size go in and how much room they take. */
@Tag("slow")
class IngestSpeedTest {
    @TempDir
    Path directory;

    @Test
    void printsSpeedAndSize() throws IOException {
        measure("text, batches of 100", 0, 1000, 100);
        measure("text, batches of 1", 0, 60, 1);
        measure("text and 20 faces, batches of 100", 20, 300, 100);
    }

    private void measure(String what, int faces, int count, int size) throws IOException {
        Path folder = directory.resolve(what.replaceAll("\\W", "-"));
        List<ExtractionDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(Documents.typical("item " + i, 1 + i, faces));
        }
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            long begin = System.nanoTime();
            for (int i = 0; i < count; i += size) {
                assertThat(store.add(documents.subList(i, Math.min(count, i + size)))
                                .failed())
                        .isEmpty();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Dataset dataset = store.dataset();
            long quads = Txn.calculateRead(
                    dataset, () -> dataset.asDatasetGraph().stream().count());
            begin = System.nanoTime();
            VerifyReport report = store.verify();
            double checked = (System.nanoTime() - begin) / 1e9;
            assertThat(report.problems()).isEmpty();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f items/s, %.0f quads/item, %.1f quads/statement, %.0f MB/1000 items, verify %.0f items/s%n",
                    what,
                    count / seconds,
                    (double) quads / count,
                    (double) quads / report.statements(),
                    bytes(folder) / 1e6 / count * 1000,
                    count / checked);
        }
    }

    /** The lengths of all files; TDB2 reserves 8 MB a file at least, which weighs on a small store. */
    private static long bytes(Path folder) throws IOException {
        long blocks = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                blocks += Files.size(file);
            }
        }
        return blocks;
    }
}
