package org.newsreel.kg.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionReader;

/** A process of its own that ingests a JSON Lines file and says of each item when it is on disk. */
final class IngestProcess {
    private IngestProcess() {}

    /**
     * Arguments: store, JSON Lines file, batch size. Prints {@code ACK id} after the commit that holds the item. With
     * {@code -Dcompacting=true} the store is compacted over and over meanwhile.
     */
    public static void main(String[] args) throws Exception {
        int size = Integer.parseInt(args[2]);
        try (KnowledgeStore store = KnowledgeStore.open(Path.of(args[0]));
                ExtractionReader reader = new ExtractionReader(Path.of(args[1]))) {
            AtomicBoolean over = new AtomicBoolean(!Boolean.getBoolean("compacting"));
            CompletableFuture<Void> compacting = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    store.compact();
                }
            });
            List<ExtractionDocument> batch = new ArrayList<>();
            for (Optional<ExtractionDocument> next = reader.next(); next.isPresent(); next = reader.next()) {
                batch.add(next.get());
                if (batch.size() == size) {
                    commit(store, batch);
                }
            }
            commit(store, batch);
            over.set(true);
            compacting.join();
        }
        System.out.println("DONE");
    }

    private static void commit(KnowledgeStore store, List<ExtractionDocument> batch) {
        BatchReport report = store.add(batch);
        Stream.of(report.added(), report.replaced(), report.skipped())
                .flatMap(List::stream)
                .forEach(id -> System.out.println("ACK " + id));
        System.out.flush();
        batch.clear();
    }
}
