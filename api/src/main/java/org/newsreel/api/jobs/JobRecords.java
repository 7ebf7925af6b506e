package org.newsreel.api.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hibernate.Session;

/** The jobs in the database, each call a transaction of its own. Thread safe. */
@Singleton
class JobRecords {
    private final JobDatabase database;
    private final JobEvents events;
    private final Clock clock = Clock.systemUTC();

    @Inject
    JobRecords(JobDatabase database, JobEvents events) {
        this.database = database;
        this.events = events;
    }

    Instant now() {
        // What both databases keep exactly.
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    JobView insert(NewJob upload) {
        return database.call(session -> {
            Job job = new Job();
            job.id = upload.id();
            job.state = JobState.QUEUED;
            job.keyId = upload.keyId();
            job.idempotencyKey = upload.idempotencyKey().orElse(null);
            job.fingerprint = upload.fingerprint();
            job.files = upload.files();
            job.bytes = upload.bytes();
            job.created = now();
            session.persist(job);
            return JobView.of(job);
        });
    }

    Optional<JobView> find(UUID id) {
        return database.call(
                session -> Optional.ofNullable(session.find(Job.class, id)).map(JobView::of));
    }

    /** The job that an earlier request of this key made under this name, and what was sent with it. */
    Optional<Earlier> earlier(String keyId, String idempotencyKey) {
        return database.call(session -> session.createSelectionQuery(
                        "from Job where keyId = :key and idempotencyKey = :name", Job.class)
                .setParameter("key", keyId)
                .setParameter("name", idempotencyKey)
                .getResultStream()
                .findFirst()
                .map(job -> new Earlier(JobView.of(job), job.fingerprint)));
    }

    record Earlier(JobView job, String fingerprint) {}

    JobList list(Optional<JobState> state, int offset, int limit) {
        String where = state.isPresent() ? " where state = :state" : "";
        return database.call(session -> {
            var jobs = session.createSelectionQuery("from Job" + where + " order by created desc, id", Job.class);
            var count = session.createSelectionQuery("select count(*) from Job" + where, Long.class);
            state.ifPresent(s -> {
                jobs.setParameter("state", s);
                count.setParameter("state", s);
            });
            List<JobView> page = jobs.setFirstResult(offset).setMaxResults(limit).getResultList().stream()
                    .map(JobView::of)
                    .toList();
            return new JobList(count.getSingleResult(), page);
        });
    }

    long count(JobState state) {
        return database.call(
                session -> session.createSelectionQuery("select count(*) from Job where state = :state", Long.class)
                        .setParameter("state", state)
                        .getSingleResult());
    }

    /** Gives the job that waits longest its turn. */
    Optional<UUID> takeNext() {
        Optional<UUID> next = database.call(session -> session.createSelectionQuery(
                        "select id from Job where state = :state order by created, id", UUID.class)
                .setParameter("state", JobState.QUEUED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
        return next.filter(id -> changeIf(id, job -> job.state == JobState.QUEUED, job -> {
                    job.state = JobState.RUNNING;
                    job.started = now();
                    job.beginAnew();
                })
                .isPresent());
    }

    /** Jobs that ran when the service ended wait again. */
    int requeueInterrupted() {
        return database.call(
                session -> session.createMutationQuery("update Job set state = :queued where state = :running")
                        .setParameter("queued", JobState.QUEUED)
                        .setParameter("running", JobState.RUNNING)
                        .executeUpdate());
    }

    /** Changes a job and tells who watches it. */
    JobView change(UUID id, Consumer<Job> change) {
        return changeIf(id, job -> true, change).orElseThrow(() -> new IllegalStateException("job " + id + " is gone"));
    }

    /** The same for a job that is there and fits; empty when it does not. */
    Optional<JobView> changeIf(UUID id, Predicate<Job> fits, Consumer<Job> change) {
        Optional<JobView> changed = database.call(session -> Optional.ofNullable(
                        session.find(Job.class, id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE))
                .filter(fits)
                .map(job -> {
                    change.accept(job);
                    session.flush();
                    return JobView.of(job);
                }));
        changed.ifPresent(events::publish);
        return changed;
    }

    /** Jobs that ended before this long ago. */
    List<UUID> endedBefore(Duration age) {
        return database.call(session -> ended(session, now().minus(age)));
    }

    void delete(UUID id) {
        database.call(session -> {
            Optional.ofNullable(session.find(Job.class, id)).ifPresent(session::remove);
            return null;
        });
    }

    private static List<UUID> ended(Session session, Instant before) {
        return session.createSelectionQuery("select id from Job where finished < :before", UUID.class)
                .setParameter("before", before)
                .getResultList();
    }
}
