package org.newsreel.api.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.api.worker.WorkerEvent;
import org.newsreel.api.worker.WorkerLines;
import org.newsreel.kg.store.BatchReport;

/** One attempt at one job: hears what the extraction process reports, commits it, and keeps the record. */
final class JobRun implements ExtractionWorker.Listener {
    /** Between two updates of the record because of frames alone. */
    private static final long NANOS = 500_000_000L;

    private final UUID job;
    private final JobRecords records;
    private final OpenStore store;
    private final JobCommits commits;
    private final SentNames names;
    private final JobMetrics metrics;
    /** What an earlier attempt stored, which is not reported again as unchanged. */
    private final Set<String> storedBefore;
    /** What the extraction process died of, which is not tried again. */
    private final Set<String> givenUp;
    /** The item that is being extracted; blank while none is. */
    private String underWay = "";

    private long frames;
    private long told = System.nanoTime();
    /** When the stage began that is under way: reading, or extracting. */
    private long since = System.nanoTime();

    JobRun(UUID job, JobView begun, JobRecords records, OpenStore store, SentNames names, JobMetrics metrics) {
        this.job = job;
        this.records = records;
        this.store = store;
        this.names = names;
        this.metrics = metrics;
        this.commits = new JobCommits(store, this::report, nanos -> metrics.stage("store", nanos));
        this.storedBefore =
                new HashSet<>(begun.items().stream().map(JobView.Item::id).toList());
        this.givenUp = new HashSet<>(
                begun.errors().stream().flatMap(error -> error.item().stream()).toList());
    }

    /** The item that is being extracted; blank while none is. */
    String underWay() {
        return underWay;
    }

    /** Commits what is extracted, when there will be no more in this attempt. */
    void keep() {
        commits.commit();
    }

    @Override
    public boolean wants(WorkerEvent.Read read) {
        passed("read");
        boolean hopeless = givenUp.contains(read.item());
        boolean unchanged = !hopeless && store.versionOf(read.item()).equals(Optional.of(read.version()));
        boolean wanted = !hopeless && !unchanged;
        records.change(job, record -> {
            record.itemsRead++;
            if (!wanted) {
                record.itemsExtracted++;
            }
            if (unchanged && !storedBefore.contains(read.item())) {
                record.add(Outcome.UNCHANGED, read.item(), null);
            }
        });
        if (unchanged) {
            metrics.outcome(Outcome.UNCHANGED);
        }
        underWay = wanted ? read.item() : "";
        return wanted;
    }

    @Override
    public void on(WorkerEvent event) {
        if (event instanceof WorkerEvent.Frames more) {
            frames += more.count();
            if (System.nanoTime() - told >= NANOS) {
                records.change(job, this::countFrames);
            }
        } else if (event instanceof WorkerEvent.Extracted extracted) {
            take(extracted);
        } else if (event instanceof WorkerEvent.Failed failed) {
            fail(failed.item(), failed.sentence());
        } else if (event instanceof WorkerEvent.Note note) {
            records.change(job, record -> record.add(Outcome.NOTE, note.item(), told(note.sentence())));
        }
    }

    /** All is extracted; commits the rest and returns how the job stands. */
    JobView finish() {
        commits.commit();
        return records.change(job, record -> {
            countFrames(record);
            record.allRead = true;
            boolean any = record.count(Outcome.STORED, Outcome.UNCHANGED) > 0;
            record.end(any ? JobState.DONE : JobState.FAILED, records.now());
        });
    }

    private void take(WorkerEvent.Extracted extracted) {
        passed("extract");
        metrics.models(extracted.document());
        underWay = "";
        String item = extracted.document().path("id").asText(null);
        records.change(job, record -> {
            countFrames(record);
            record.itemsExtracted++;
            extracted.warnings().forEach(warning -> record.add(Outcome.WARNING, item, told(warning)));
        });
        try {
            commits.add(names.in(WorkerLines.document(extracted.document())), extracted.files());
        } catch (IllegalArgumentException e) {
            records.change(job, record -> record.add(Outcome.FAILED, item, Problem.sentence(e.getMessage())));
            metrics.outcome(Outcome.FAILED);
        }
    }

    private void fail(String item, String sentence) {
        passed(item == null ? "read" : "extract");
        metrics.outcome(Outcome.FAILED);
        underWay = "";
        records.change(job, record -> {
            countFrames(record);
            if (item == null) {
                record.itemsRead++;
            }
            record.itemsExtracted++;
            record.add(Outcome.FAILED, item, told(sentence));
        });
    }

    private String told(String sentence) {
        return Problem.sentence(names.in(sentence));
    }

    private void report(BatchReport report) {
        List<Consumer<Job>> lines = new ArrayList<>();
        Stream.concat(report.added().stream(), report.replaced().stream())
                .filter(item -> !storedBefore.contains(item))
                .forEach(item -> lines.add(record -> record.add(Outcome.STORED, item, null)));
        report.skipped().forEach(item -> lines.add(record -> record.add(Outcome.UNCHANGED, item, null)));
        report.failed()
                .forEach(failure -> lines.add(
                        record -> record.add(Outcome.FAILED, failure.item(), Problem.sentence(failure.sentence()))));
        records.change(job, record -> lines.forEach(line -> line.accept(record)));
        Stream.concat(report.added().stream(), report.replaced().stream())
                .forEach(item -> metrics.outcome(Outcome.STORED));
        report.skipped().forEach(item -> metrics.outcome(Outcome.UNCHANGED));
        report.failed().forEach(failure -> metrics.outcome(Outcome.FAILED));
    }

    private void passed(String stage) {
        long now = System.nanoTime();
        metrics.stage(stage, now - since);
        since = now;
    }

    private void countFrames(Job record) {
        record.frames += frames;
        frames = 0;
        told = System.nanoTime();
    }
}
