package org.newsreel.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsreel.kg.store.BackupReport;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsreel restore}. */
@Command(name = "restore", description = "Make a store from a backup; every byte is checked first.")
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
    private Path file;

    @Override
    public Integer call() {
        try {
            BackupReport report = KnowledgeStore.restore(file, store.directory);
            System.out.printf(
                    "%d quads and %d media restored to %s%n", report.quads(), report.media(), store.directory);
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
        return ExitCode.DONE;
    }
}
