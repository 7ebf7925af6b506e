package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.provenance.ExplainedStatement;
import org.newsreel.kg.provenance.Explanations;
import org.newsreel.ontology.claim.ExtractionDocument;

class StoreCareTest {
    @TempDir
    Path directory;

    @Test
    void aBackupRestoresToTheSameStoreWithItsMedia() throws IOException {
        Path picture = Files.writeString(directory.resolve("p.jpg"), "not really a picture");
        List<String> before;
        Path file = directory.resolve("news.backup");
        try (KnowledgeStore store = filled("store")) {
            store.media().add(picture, hash(picture));
            before = canonical(store);
            BackupReport report = store.backup(file);
            assertThat(report.quads()).isEqualTo(before.size());
            assertThat(report.media()).isEqualTo(1);
            // The store goes on while and after it is backed up.
            assertThat(store.forget("item 0")).isTrue();
        }
        KnowledgeStore.restore(file, directory.resolve("restored"));
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("restored"))) {
            assertThat(canonical(store)).isEqualTo(before);
            assertThat(store.media().find(hash(picture))).isPresent();
            assertThat(store.verify().problems()).isEmpty();
            assertThat(store.forget("item 0")).isTrue();
        }
        assertThatThrownBy(() -> KnowledgeStore.restore(file, directory.resolve("restored")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("name an empty directory");
    }

    @Test
    void aWholeGraphBecomesTheSameStoreByBulkLoad() throws IOException {
        Path file = directory.resolve("graph.nq");
        List<String> before;
        try (KnowledgeStore store = filled("store")) {
            GraphFile.write(store.dataset(), file);
            before = canonical(store);
        }
        VerifyReport report = KnowledgeStore.load(file, directory.resolve("loaded"));
        assertThat(report.statements()).isPositive();
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("loaded"))) {
            assertThat(canonical(store)).isEqualTo(before);
            assertThat(store.forget("item 0")).isTrue();
            assertThat(store.verify().problems()).isEmpty();
        }
        assertThatThrownBy(() -> KnowledgeStore.load(file, directory.resolve("loaded")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("name an empty directory");
    }

    @Test
    void aGraphThatIsNotWholeBecomesNoStore() throws IOException {
        Path file = directory.resolve("graph.nq");
        try (KnowledgeStore store = filled("store")) {
            GraphFile.write(store.dataset(), file);
        }
        String whole = Files.readString(file);
        Files.writeString(file, "<urn:a> <urn:b> <urn:c> .\n" + whole);
        assertThatThrownBy(() -> KnowledgeStore.load(file, directory.resolve("loaded")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("stated by no item: urn:a urn:b urn:c");
        Files.writeString(file, "This is prose.\n");
        assertThatThrownBy(() -> KnowledgeStore.load(file, directory.resolve("loaded")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is no N-Quads");
        assertThat(directory.resolve("loaded")).doesNotExist();
        assertThat(directory.resolve("loaded.loading")).doesNotExist();
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsMade() throws IOException {
        Path file = directory.resolve("news.backup");
        try (KnowledgeStore store = filled("store")) {
            store.backup(file);
        }
        Path cut = directory.resolve("cut.backup");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(bytes.length / 2);
            damaged.write(bytes[bytes.length / 2] ^ 1);
        }
        for (Path bad : List.of(cut, file)) {
            assertThatThrownBy(() -> KnowledgeStore.restore(bad, directory.resolve("restored")))
                    .as("%s", bad.getFileName())
                    .isInstanceOf(StoreException.class);
        }
        assertThat(directory.resolve("restored")).doesNotExist();
    }

    @Test
    void compactingKeepsEveryQuadAndReadersGoOn() {
        try (KnowledgeStore store = filled("store")) {
            for (int i = 0; i < 5; i++) {
                store.forget("item " + i);
            }
            List<String> before = canonical(store);
            long size = store.size();
            Dataset dataset = store.dataset();
            store.compact();
            assertThat(store.size()).isLessThanOrEqualTo(size);
            assertThat(canonical(store)).isEqualTo(before);
            dataset.begin(ReadWrite.READ);
            assertThat(dataset.asDatasetGraph().find().hasNext()).isTrue();
            dataset.end();
            assertThat(store.add(List.of(Documents.random("item 0", 900))).added())
                    .hasSize(1);
            assertThat(store.verify().problems()).isEmpty();
        }
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("store"))) {
            assertThat(store.verify().problems()).isEmpty();
        }
    }

    @Test
    void compactionIsDueFromHalfAsMuchAgainAsTheQuadsNeed() {
        long million = 1_000_000;
        assertThat(Compaction.isDue(599 * million, million, 400)).isFalse();
        assertThat(Compaction.isDue(601 * million, million, 400)).isTrue();
        assertThat(Compaction.isDue(200 * million, 10, 400)).isFalse();
    }

    @Test
    void aStoreOfTheFirstFormatIsBroughtUpToDate() throws IOException {
        List<String> right;
        try (KnowledgeStore store = filled("store")) {
            right = canonical(store);
            Dataset dataset = store.dataset();
            Txn.executeWrite(dataset, () -> {
                dataset.removeNamedModel(Iris.IDENTITY_GRAPH);
                dataset.removeNamedModel(Iris.NAME_GRAPH);
            });
        }
        Path format = directory.resolve("store/newsreel-store");
        Files.writeString(format, "format 1\n");
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("store"))) {
            assertThat(canonical(store)).isEqualTo(right);
        }
        assertThat(format).hasContent("format 2");
    }

    @Test
    void aRejectedStatementStaysRejectedWhenItsItemComesAgain() {
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(Documents.small("a")));
            ExplainedStatement stated = explain(store).get(0);
            store.review(Review.of(Decision.REJECTED, stated.iri(), "ann", Instant.now()));
            assertThat(holdsMembership(store)).isFalse();
            store.forget("a");
            store.add(List.of(Documents.small("a")));
            assertThat(holdsMembership(store)).isFalse();
            assertThat(store.verify().problems()).isEmpty();
            assertThat(store.withdraw(List.of(stated.iri()))).isPresent();
            assertThat(holdsMembership(store)).isTrue();
            assertThatThrownBy(() -> store.review(
                            Review.of(Decision.REJECTED, Iris.statement("x", "s", "p", "o"), "ann", Instant.now())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no item here makes the statement");
        }
    }

    private static List<ExplainedStatement> explain(KnowledgeStore store) {
        return Explanations.explain(store.dataset(), "mira holm", "member of", "the Tidewater Institute");
    }

    private static boolean holdsMembership(KnowledgeStore store) {
        return canonical(store).stream().anyMatch(line -> line.split(" ").length == 4 && line.contains("ns#memberOf>"));
    }

    private KnowledgeStore filled(String name) {
        KnowledgeStore store = KnowledgeStore.open(directory.resolve(name));
        List<ExtractionDocument> documents = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            documents.add(Documents.random("item " + i, 400 + i));
        }
        store.add(documents);
        return store;
    }

    private static String hash(Path file) throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> canonical(KnowledgeStore store) {
        Dataset dataset = store.dataset();
        return Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph()));
    }
}
