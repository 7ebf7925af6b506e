package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.ontology.claim.ExtractionDocument;

/** What must hold for every sequence of documents, over seeded random ones. */
class StoreInvariantsTest {
    @TempDir
    Path directory;

    @Test
    void forgettingLeavesWhatWouldBeThereWithoutTheItemInEveryOrder() {
        for (int seed = 0; seed < 2; seed++) {
            List<ExtractionDocument> documents = documents(seed, 3);
            for (int gone = 0; gone < documents.size(); gone++) {
                List<ExtractionDocument> others = new ArrayList<>(documents);
                ExtractionDocument forgotten = others.remove(gone);
                List<ExtractionDocument> shuffled = new ArrayList<>(documents);
                Collections.shuffle(shuffled, new Random(seed * 31L + gone));
                try (KnowledgeStore with = KnowledgeStore.open(directory.resolve("with-" + seed + gone));
                        KnowledgeStore without = KnowledgeStore.open(directory.resolve("without-" + seed + gone))) {
                    shuffled.forEach(document -> with.add(List.of(document)));
                    assertThat(with.forget(forgotten.id())).isTrue();
                    assertThat(with.forget(forgotten.id())).isFalse();
                    without.add(others);
                    assertThat(canonical(with)).isEqualTo(canonical(without));
                    assertThat(with.verify().problems()).isEmpty();
                    assertThat(with.items()).hasSize(documents.size() - 1).doesNotContain(forgotten.id());
                }
            }
        }
    }

    @Test
    void theOrderOfIngestLeavesNoTrace() {
        List<ExtractionDocument> documents = documents(11, 12);
        List<ExtractionDocument> backwards = new ArrayList<>(documents);
        Collections.reverse(backwards);
        try (KnowledgeStore first = KnowledgeStore.open(directory.resolve("first"));
                KnowledgeStore second = KnowledgeStore.open(directory.resolve("second"))) {
            first.add(documents);
            backwards.forEach(document -> second.add(List.of(document)));
            assertThat(canonical(first)).isEqualTo(canonical(second)).isNotEmpty();
            assertThat(first.verify().problems()).isEmpty();
        }
    }

    @Test
    void aNewVersionLeavesNothingOfTheOldOne() {
        ExtractionDocument old = Documents.random("changing", 3);
        ExtractionDocument fresh = Documents.random("changing", 4);
        ExtractionDocument other = Documents.random("other", 5);
        try (KnowledgeStore replaced = KnowledgeStore.open(directory.resolve("replaced"));
                KnowledgeStore direct = KnowledgeStore.open(directory.resolve("direct"))) {
            replaced.add(List.of(old, other));
            BatchReport report = replaced.add(List.of(fresh, other));
            assertThat(report.replaced()).containsExactly("changing");
            assertThat(report.skipped()).containsExactly("other");
            direct.add(List.of(other, fresh));
            assertThat(canonical(replaced)).isEqualTo(canonical(direct));
            assertThat(replaced.versionOf("changing")).contains(fresh.version());
            assertThat(replaced.verify().problems()).isEmpty();
        }
    }

    @Test
    void aFileWithoutAStoreIsTheSameAsTheStoresExport() throws IOException {
        List<ExtractionDocument> documents = documents(21, 10);
        Path direct = directory.resolve("direct.nq");
        Path exported = directory.resolve("exported.nq");
        GraphFile file = new GraphFile();
        documents.forEach(file::add);
        file.write(direct);
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(documents);
            GraphFile.write(store.dataset(), exported);
        }
        assertThat(Files.readString(exported))
                .isEqualTo(Files.readString(direct))
                .isNotEmpty();
    }

    @Test
    void aReopenedStoreGivesBackWhatWasWritten() {
        List<ExtractionDocument> documents = documents(31, 10);
        List<String> before;
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(documents);
            before = canonical(store);
        }
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("store"))) {
            assertThat(canonical(store)).isEqualTo(before);
            assertThat(store.add(documents).skipped()).hasSize(10);
        }
    }

    private static List<ExtractionDocument> documents(int seed, int count) {
        List<ExtractionDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(Documents.random("item " + i, seed * 1000L + i));
        }
        return documents;
    }

    private static List<String> canonical(KnowledgeStore store) {
        Dataset dataset = store.dataset();
        return Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph()));
    }
}
