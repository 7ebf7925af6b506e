package org.newsreel.api.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.newsreel.api.service.Problem;
import org.newsreel.api.service.ServiceConfig;

/**
 * News on its way in: what callers can do with it. Refusals are {@link jakarta.ws.rs.WebApplicationException}s that carry
 * a {@link Problem}. Thread safe.
 */
@Singleton
public class Jobs {
    /** How the files in a job's directory are called that hold items; without one the directory is an item. */
    public static final String NEWS = "news-";

    /** A file in it that tells what the others were called: a JSON object from our names to the sender's. */
    public static final String NAMES = "names.json";

    /** A job that is between two states is asked again, for two seconds in all. */
    private static final int CANCEL_TRIES = 40;

    private final JobRecords records;
    private final JobRunner runner;
    private final ExtractionWorker worker;
    private final Spool spool;
    private final ServiceConfig config;

    /** A job, and whether an earlier request had made it. */
    public record Submitted(JobView job, boolean replayed) {}

    @Inject
    Jobs(JobRecords records, JobRunner runner, ExtractionWorker worker, JobSpool spool, ServiceConfig config) {
        this.records = records;
        this.runner = runner;
        this.worker = worker;
        this.spool = spool.spool();
        this.config = config;
    }

    /** Begins to work jobs off; called once, when all else has started. */
    public void begin() {
        runner.start();
    }

    /**
     * Refuses what there is no way or no room to take, before anything of it is read.
     *
     * @param bytes that will come, at least
     */
    public void requireRoom(long bytes) {
        if (!worker.available()) {
            throw Problem.exception(
                    503,
                    "News can't be taken in because the extraction is not there: start the service with"
                            + " \"./newsreel serve\" in a built checkout, or set newsreel.home to one.");
        }
        int most = config.upload().maxQueued();
        if (records.count(JobState.QUEUED) >= most) {
            throw Problem.exception(
                    429, most + " jobs are waiting, the most there may be: send this again when some are done.");
        }
        try {
            long held = 0;
            for (UUID job : spool.jobs()) {
                held += spool.size(job);
            }
            if (held + bytes > config.upload().spoolBytes().asLongValue()
                    || spool.usable() - bytes < config.upload().keepFree().asLongValue()) {
                throw Problem.exception(
                        507, "There is no room for these files now: send them again when some jobs are done.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory for a new job's files. */
    public Path directory(UUID job) {
        try {
            return spool.make(job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the files of an upload that came to nothing. */
    public void discard(UUID job) {
        spool.remove(job);
    }

    /** Makes a job of an upload, or finds the one that the same request made before. */
    public synchronized Submitted submit(NewJob upload) {
        Optional<JobRecords.Earlier> earlier =
                upload.idempotencyKey().flatMap(name -> records.earlier(upload.keyId(), name));
        if (earlier.isPresent()) {
            if (!earlier.get().fingerprint().equals(upload.fingerprint())) {
                throw Problem.exception(
                        422, "This Idempotency-Key came before with other content: send a new key with new content.");
            }
            return new Submitted(earlier.get().job(), true);
        }
        JobView job = records.insert(upload);
        runner.wake();
        return new Submitted(job, false);
    }

    /** The job with this id. */
    public JobView get(String id) {
        return records.find(parse(id)).orElseThrow(() -> none(id));
    }

    /** One page of the jobs, newest first. */
    public JobList list(Optional<JobState> state, int offset, int limit) {
        return records.list(state, offset, limit);
    }

    /** Ends a job that has not ended. */
    public JobView cancel(String id) {
        UUID job = parse(id);
        for (int i = 0; i < CANCEL_TRIES; i++) {
            Optional<JobView> waiting = records.changeIf(
                    job, j -> j.state == JobState.QUEUED, j -> j.end(JobState.CANCELLED, records.now()));
            if (waiting.isPresent()) {
                return waiting.get();
            }
            boolean under = runner.cancel(job);
            JobView now = records.find(job).orElseThrow(() -> none(id));
            if (now.state() == JobState.CANCELLED) {
                return now;
            }
            if (!under && now.state().ended()) {
                throw Problem.exception(409, "The job has ended already: it is " + now.state() + ".");
            }
            pause();
        }
        return get(id);
    }

    /** Begins a job anew that failed or was cancelled. */
    public JobView retry(String id) {
        UUID job = parse(id);
        if (!spool.has(job) && records.find(job).isPresent()) {
            throw Problem.exception(409, "The job's files are not kept any more: send them again.");
        }
        AtomicBoolean found = new AtomicBoolean();
        Optional<JobView> again = records.changeIf(
                job,
                j -> {
                    found.set(true);
                    return j.state.ended();
                },
                j -> {
                    j.state = JobState.QUEUED;
                    j.entries.removeIf(entry -> entry.outcome == Outcome.GIVEN_UP);
                    j.suspect = null;
                    j.suspectCrashes = 0;
                    j.beginAnew();
                });
        if (again.isEmpty()) {
            throw found.get() ? Problem.exception(409, "The job has not ended yet: cancel it first.") : none(id);
        }
        runner.wake();
        return again.get();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw none(id);
        }
    }

    private static RuntimeException none(String id) {
        return Problem.exception(404, "There is no job \"" + id + "\".");
    }
}
