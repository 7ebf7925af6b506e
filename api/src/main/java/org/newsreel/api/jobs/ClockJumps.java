package org.newsreel.api.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notices when the clock on the wall and the one that only counts disagree. For one thread. */
final class ClockJumps {
    /** What setting a clock right by and by may come to, in an hour. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant wallThen;
    private long nanosThen;

    /**
     * Begins to watch.
     *
     * @param wall the clock that may be set
     * @param nanos the one that can't, as {@link System#nanoTime}
     */
    ClockJumps(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.wallThen = wall.instant();
        this.nanosThen = nanos.getAsLong();
    }

    /** Whether the clock was set, forward or back, since this was last asked. */
    boolean sinceLastAsked() {
        Instant wallNow = wall.instant();
        long nanosNow = nanos.getAsLong();
        Duration difference = Duration.between(wallThen, wallNow).minusNanos(nanosNow - nanosThen);
        wallThen = wallNow;
        nanosThen = nanosNow;
        return difference.abs().compareTo(SLACK) > 0;
    }
}
