package org.newsreel.api.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.newsreel.extraction.pipeline.ExtractionResult;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;

/**
 * One run of ingest: workers extract, and this thread alone commits, in the order in which the items were read. Memory
 * holds one item a worker and one group of documents, however long the run is.
 */
final class Ingest {
    private final Path directory;
    private final PipelineOptions options;
    private final int workers;
    private final boolean quiet;

    private final Deque<Pending> underway = new ArrayDeque<>();
    private int unchanged;
    private int failed;

    private record Pending(NewsItem item, Future<ExtractionResult> result) {}

    Ingest(Path directory, PipelineOptions options, int workers, boolean quiet) {
        this.directory = directory;
        this.options = options;
        this.workers = workers;
        this.quiet = quiet;
    }

    /** Runs it and returns the {@link ExitCode}. */
    int run(Inputs inputs) {
        inputs.check();
        try (KnowledgeStore store = KnowledgeStore.open(directory);
                ItemWorkers pool = new ItemWorkers(workers, options);
                Progress progress = Progress.of(quiet, "ingest", inputs.expected())) {
            GroupCommit commits = new GroupCommit(store, progress);
            inputs.forEach(
                    item -> take(item, store, pool, commits, progress),
                    note -> progress.say("note: " + note),
                    sentence -> fail(sentence, progress));
            while (!underway.isEmpty()) {
                collect(commits, progress);
            }
            commits.commit();
            failed += commits.refused();
            progress.say(commits.stored() + " stored, " + unchanged + " unchanged, " + failed + " failed");
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void take(NewsItem item, KnowledgeStore store, ItemWorkers pool, GroupCommit commits, Progress progress) {
        if (store.versionOf(item.id()).equals(Optional.of(item.version()))) {
            unchanged++;
            progress.step(item.id());
            return;
        }
        underway.add(new Pending(item, pool.submit(item)));
        while (underway.size() > workers) {
            collect(commits, progress);
        }
    }

    /** Waits for the oldest item, so that the order of commits is the order of reading. */
    private void collect(GroupCommit commits, Progress progress) {
        Pending oldest = underway.remove();
        try {
            ExtractionResult result = oldest.result().get();
            result.notes().forEach(note -> progress.say("note: " + oldest.item().id() + ": " + note));
            for (String warning : result.warnings()) {
                fail(oldest.item().id() + ": " + warning, progress);
            }
            commits.add(oldest.item(), result.document());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailure failure) {
                throw failure;
            }
            fail(oldest.item().id() + ": " + Newsreel.sentence(e.getCause()), progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.someFailed("interrupted; run it again to go on where it stopped.", e);
        }
        progress.step(oldest.item().id());
    }

    private void fail(String sentence, Progress progress) {
        failed++;
        progress.say("newsreel: " + sentence);
    }
}
