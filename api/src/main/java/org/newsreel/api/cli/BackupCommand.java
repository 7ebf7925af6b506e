package org.newsreel.api.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsreel.kg.store.BackupReport;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsreel backup}. */
@Command(
        name = "backup",
        description =
                "Write the whole store, with its jobs, into one file that has hashes of all that is in it. While the service runs:"
                        + " POST /api/backup.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(paramLabel = "FILE", description = "The file to write, such as news.backup.")
    private Path file;

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            Optional<Path> jobs = StoredJobs.of(store.directory);
            BackupReport report;
            try {
                report = opened.backup(file, jobs);
            } finally {
                StoredJobs.remove(jobs);
            }
            System.out.printf(
                    "%d quads and %d media in %s, %d bytes%n", report.quads(), report.media(), file, report.bytes());
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
        return ExitCode.DONE;
    }
}
