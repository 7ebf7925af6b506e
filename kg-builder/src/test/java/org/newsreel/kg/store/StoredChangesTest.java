package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.NQuadLines;

/** A store's log of changes is its history: applied in order, it gives the store. */
class StoredChangesTest {
    @TempDir
    Path directory;

    @Test
    void tellsWhatWasAddedReplacedAndForgotten() throws IOException {
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(Documents.random("a", 1), Documents.random("b", 2), Documents.random("c", 3)));
            long before = store.changes().last();
            store.add(List.of(Documents.random("a", 1)));
            assertThat(store.changes().last()).isEqualTo(before);
            store.add(List.of(Documents.random("a", 4), Documents.random("d", 5)));
            store.forget("b");
            assertThat(store.changes().last()).isGreaterThan(before);
            assertThat(replayed(store)).isEqualTo(content(store));
        }
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
            assertThat(replayed(store)).isEqualTo(content(store)).isNotEmpty();
            store.forget("a");
            store.forget("c");
            store.forget("d");
            assertThat(replayed(store)).isEqualTo(content(store));
        }
    }

    static List<String> content(KnowledgeStore store) {
        DatasetGraph graphs = store.dataset().asDatasetGraph();
        return Txn.calculateRead(graphs, () -> NQuadLines.of(graphs));
    }

    static List<String> replayed(KnowledgeStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.changes().copySince(0, out);
        DatasetGraph copy = DatasetGraphFactory.createTxnMem();
        RDFPatchOps.applyChange(copy, new ByteArrayInputStream(out.toByteArray()));
        return Txn.calculateRead(copy, () -> NQuadLines.of(copy));
    }
}
