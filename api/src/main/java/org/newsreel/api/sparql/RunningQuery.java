package org.newsreel.api.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One query that is being answered. Thread safe. */
final class RunningQuery {
    private static final int LONGEST = 2000;

    /** Why a query was ended before its time. */
    enum End {
        TIMEOUT(503, "The query took longer than the service allows: narrow it down or add a LIMIT."),
        ROWS(422, "The result has more rows than the service gives at once: add a LIMIT, and an OFFSET for the rest."),
        MEMORY(503, "The query needed more memory than there was: narrow it down, or ask again when less is going on."),
        CANCELLED(503, "The query was cancelled by somebody who looks after this service: ask again later."),
        CLIENT(503, "Nobody waits for the result any more.");

        private final int status;
        private final String sentence;

        End(int status, String sentence) {
            this.status = status;
            this.sentence = sentence;
        }

        int status() {
            return status;
        }

        String sentence() {
            return sentence;
        }
    }

    private final long id;
    private final long connection;
    private final String text;
    private final Instant since = Instant.now();
    private final long begun = System.nanoTime();
    private final Runnable abort;
    private final AtomicReference<End> end = new AtomicReference<>();
    private volatile long rows;

    /**
     * @param connection the number of the connection that asked, or a negative one
     * @param abort ends the evaluation
     */
    RunningQuery(long id, long connection, String text, Runnable abort) {
        this.id = id;
        this.connection = connection;
        this.text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        this.abort = abort;
    }

    long id() {
        return id;
    }

    long connection() {
        return connection;
    }

    String text() {
        return text;
    }

    Instant since() {
        return since;
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    long rows() {
        return rows;
    }

    void row() {
        // Counted by the one thread that writes the result.
        rows++;
    }

    /** Ends it; the first reason counts. */
    void end(End why) {
        end.compareAndSet(null, why);
        abort.run();
    }

    Optional<End> ended() {
        return Optional.ofNullable(end.get());
    }
}
