package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.NQuadLines;

class CompactionTest {
    @TempDir
    Path directory;

    /** Items come and go while the store is compacted over and over; in the end it is as one that never was. */
    @Test
    void whatIsWrittenDuringACompactionIsInItsResult() throws IOException {
        Path place = directory.resolve("store");
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        int compactions = 6;
        int writtenMeanwhile = 0;
        List<String> right;
        try (KnowledgeStore store = KnowledgeStore.open(place)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    int number = next.get();
                    store.add(List.of(Documents.random("item " + number, number)));
                    if (number % 3 == 2) {
                        store.forget("item " + (number - 1));
                    }
                    next.incrementAndGet();
                }
            });
            for (int i = 0; i < compactions; i++) {
                int before = next.get();
                store.compact();
                writtenMeanwhile += next.get() - before;
            }
            over.set(true);
            writing.join();
            right = canonical(store);
            assertThat(store.verify().problems()).isEmpty();
        }
        assertThat(writtenMeanwhile).as("items written while a compaction ran").isGreaterThan(compactions);
        try (KnowledgeStore again = KnowledgeStore.openExisting(place)) {
            assertThat(canonical(again)).isEqualTo(right);
            assertThat(again.verify().problems()).isEmpty();
        }
        try (KnowledgeStore plain = KnowledgeStore.open(directory.resolve("plain"))) {
            for (int number = 0; number < next.get(); number++) {
                plain.add(List.of(Documents.random("item " + number, number)));
                if (number % 3 == 2) {
                    plain.forget("item " + (number - 1));
                }
            }
            assertThat(canonical(plain)).isEqualTo(right);
        }
    }

    @Test
    void aReaderGoesOnInTheDatabaseThatItBeganIn() throws Exception {
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(Documents.small("a")));
            Dataset dataset = store.dataset();
            Path old = directory.resolve("store/graph/Data-0001");
            Path young = directory.resolve("store/graph/Data-0002");
            CompletableFuture<Void> compacting;
            dataset.begin(ReadWrite.READ);
            try {
                long before = dataset.asDatasetGraph().stream().count();
                compacting = CompletableFuture.runAsync(store::compact);
                while (!Files.exists(young)) {
                    assertThat(compacting).isNotDone();
                    Thread.sleep(20);
                }
                CompletableFuture.runAsync(() -> store.add(List.of(Documents.small("b"))))
                        .join();
                assertThat(dataset.asDatasetGraph().stream().count()).isEqualTo(before);
                assertThat(compacting).as("the old database is still read").isNotDone();
            } finally {
                dataset.end();
            }
            compacting.join();
            assertThat(old).doesNotExist();
            assertThat(store.items()).containsExactly("a", "b");
        }
    }

    /** Nodes that no quad uses any more, such as the words of a forgotten item, are not copied. */
    @Test
    void wordsOfAForgottenItemAreNotInTheFilesAfterwards() throws IOException {
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(Documents.small("kept"), Documents.small("unmistakably-forgotten")));
            store.forget("unmistakably-forgotten");
            assertThat(filesWith("unmistakably-forgotten")).isNotEmpty();
            store.compact();
            assertThat(filesWith("unmistakably-forgotten")).isEmpty();
        }
    }

    @Test
    void whatADeadProcessLeftOfACompactionIsClearedAway() throws IOException {
        Path graph = directory.resolve("store/graph");
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(Documents.small("a")));
            store.compact();
        }
        Files.createDirectory(graph.resolve("Data-0001"));
        Files.createDirectory(graph.resolve("Data-0003-tmp"));
        Files.writeString(graph.resolve("Data-0003-tmp/half"), "");
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory.resolve("store"))) {
            assertThat(graph.resolve("Data-0001")).doesNotExist();
            assertThat(graph.resolve("Data-0003-tmp")).doesNotExist();
            assertThat(store.items()).containsExactly("a");
            store.compact();
            assertThat(store.items()).containsExactly("a");
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("store/graph"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> canonical(KnowledgeStore store) {
        Dataset dataset = store.dataset();
        return Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph()));
    }
}
