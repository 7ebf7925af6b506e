package org.newsreel.api.cli;

import java.nio.file.Path;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;
import picocli.CommandLine.Option;

/** Where the store is. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "newsreel-data",
            description = "The store's directory (default: ${DEFAULT-VALUE}).")
    Path directory;

    /** Opens the store, making it when it is not there. */
    KnowledgeStore open() {
        try {
            return KnowledgeStore.open(directory);
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
    }

    /** Opens a store that must be there already. */
    KnowledgeStore openExisting() {
        try {
            return KnowledgeStore.openExisting(directory);
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
    }
}
