package org.newsreel.api.jobs;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StoreUser;
import org.newsreel.api.worker.WorkerRequest;
import org.newsreel.kg.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that works jobs off, the one that waits longest first. Jobs that ran when the service ended, however it
 * ended, are begun again; what they had stored is recognised by its version and not extracted again.
 */
@Singleton
class JobRunner implements StoreUser {
    private static final int REST_SECONDS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobDatabase database;
    private final JobRecords records;
    private final ExtractionWorker worker;
    private final OpenStore store;
    private final ServiceConfig config;
    private final Spool spool;
    private final JobMetrics metrics;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = new Thread(this::loop, "jobs");
    private volatile boolean stopping;
    /** The job under way, and whether somebody asked for its end. */
    private volatile UUID current;

    private volatile boolean cancelled;
    /** Held while a job is worked at, and by whoever wants none to be. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean resting;

    @Inject
    JobRunner(
            JobDatabase database,
            JobRecords records,
            ExtractionWorker worker,
            OpenStore store,
            ServiceConfig config,
            JobSpool spool,
            JobMetrics metrics) {
        this.database = database;
        this.records = records;
        this.worker = worker;
        this.store = store;
        this.config = config;
        this.spool = spool.spool();
        this.metrics = metrics;
    }

    /** Whether it has begun, which it does when all else has started. */
    boolean begun() {
        return thread.getState() != Thread.State.NEW;
    }

    /** Whether jobs are worked off. */
    boolean alive() {
        return thread.isAlive();
    }

    /** Begins; called once, when all else has started. */
    void start() {
        beginAgain();
        thread.setDaemon(true);
        thread.start();
    }

    private void beginAgain() {
        database.takeRestored(spool::has);
        int again = records.requeueInterrupted();
        if (again > 0) {
            LOG.info("{} jobs that were under way are begun again", again);
        }
    }

    /** Ends the extraction that is under way; {@link #takeUp} begins its job again. */
    @Override
    public void letGo() {
        resting = true;
        synchronized (this) {
            if (current != null) {
                worker.kill();
            }
        }
        try {
            if (turn.tryLock(REST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        resting = false;
        throw Problem.exception(503, "A job is being stored: send this again when it is done.");
    }

    @Override
    public void takeUp() {
        resting = false;
        try {
            beginAgain();
        } finally {
            turn.unlock();
            wake();
        }
    }

    /** There is something to do. */
    void wake() {
        wake.release();
    }

    /** Ends the job if it is the one under way. */
    synchronized boolean cancel(UUID id) {
        if (id.equals(current)) {
            cancelled = true;
            worker.kill();
            return true;
        }
        return false;
    }

    private void loop() {
        long idleSince = System.nanoTime();
        boolean interrupted = false;
        while (!stopping) {
            try {
                if (interrupted) {
                    // What this thread was at when the database went is nobody's now.
                    records.requeueInterrupted();
                    interrupted = false;
                }
                if (worked()) {
                    idleSince = System.nanoTime();
                } else {
                    boolean idle = System.nanoTime() - idleSince
                            >= config.worker().idle().toNanos();
                    if (idle) {
                        worker.stopIdle();
                    }
                    wake.tryAcquire(idle ? 60 : 1, TimeUnit.SECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (JobsUnavailable e) {
                interrupted = true;
                if (!stopping) {
                    LOG.warn("The jobs' database does not answer; it is tried again in five seconds");
                    pause();
                }
            } catch (RuntimeException e) {
                interrupted = true;
                if (!stopping) {
                    LOG.error("The jobs' database failed; it is tried again in five seconds", e);
                    pause();
                }
            }
        }
    }

    private boolean worked() {
        turn.lock();
        try {
            Optional<UUID> next = records.takeNext();
            next.ifPresent(this::work);
            return next.isPresent();
        } finally {
            turn.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(UUID id) {
        synchronized (this) {
            current = id;
            cancelled = false;
        }
        JobRun run =
                new JobRun(id, records.find(id).orElseThrow(), records, store, SentNames.in(spool.of(id)), metrics);
        try {
            worker.run(new WorkerRequest(paths(id)), run);
            JobView ended = run.finish();
            LOG.info("Job {} {}: {}", id, ended.state(), ended.counts());
        } catch (WorkerEnded e) {
            died(id, run, e);
        } catch (JobsUnavailable e) {
            // The job is as good as before: it is begun again when the database is back.
            throw e;
        } catch (StoreException e) {
            fail(id, Problem.sentence(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Job {} failed", id, e);
            fail(id, "The service failed at this job; its log says why.");
        } finally {
            synchronized (this) {
                current = null;
            }
        }
        if (records.find(id).filter(job -> job.state() == JobState.DONE).isPresent()) {
            spool.remove(id);
        }
    }

    /** An item's folder, or the single files that hold items. */
    private List<String> paths(UUID id) {
        Path folder = spool.of(id);
        try (Stream<Path> inside = Files.list(folder)) {
            List<String> news = inside.filter(
                            file -> file.getFileName().toString().startsWith(Jobs.NEWS))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            return news.isEmpty() ? List.of(folder.toString()) : news;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void died(UUID id, JobRun run, WorkerEnded how) {
        if (stopping || resting) {
            return; // Who begins next, the service or this, finds it running and begins it again.
        }
        if (cancelled) {
            records.change(id, job -> job.end(JobState.CANCELLED, records.now()));
            LOG.info("Job {} cancelled", id);
            return;
        }
        run.keep();
        int most = config.jobs().attempts();
        String item = run.underWay();
        JobView job = records.change(id, record -> {
            record.state = JobState.QUEUED;
            if (record.died(item) < most) {
                return;
            }
            String sentence = Problem.sentence(how.getMessage() + " in each of " + most + " attempts at this: it is"
                    + " probably more than the extraction can take, so look at its files, or retry the job");
            if (item.isEmpty()) {
                // It never came to an item, so that there is none to leave out.
                record.add(Outcome.FAILED, null, sentence);
                record.end(JobState.FAILED, records.now());
            } else {
                record.add(Outcome.GIVEN_UP, item, sentence);
                metrics.outcome(Outcome.GIVEN_UP);
            }
        });
        LOG.warn("Job {} is {}: {}", id, job.state(), how.getMessage());
    }

    private void fail(UUID id, String sentence) {
        records.change(id, job -> {
            job.add(Outcome.FAILED, null, sentence);
            job.end(JobState.FAILED, records.now());
        });
    }

    /** Before the database goes: what runs is left as it is, for the next start to begin again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wake.release();
        worker.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
