package org.newsreel.kg.store;

import java.nio.file.Path;

/** A process that opens a store and holds it until it is killed. */
final class HoldingProcess {
    private HoldingProcess() {}

    public static void main(String[] args) throws InterruptedException {
        try (KnowledgeStore store = KnowledgeStore.open(Path.of(args[0]))) {
            System.out.println(store.items().isEmpty() ? "HELD" : "FULL");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
