package org.newsreel.api.cli;

import java.nio.file.Path;
import org.newsreel.kg.store.KnowledgeStore;

/** A process that has a store open until it is killed. */
final class StoreHolder {
    private StoreHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (KnowledgeStore store = KnowledgeStore.openExisting(Path.of(arguments[0]))) {
            System.out.println("holding " + store.items().size());
            Thread.sleep(60_000);
        }
    }
}
