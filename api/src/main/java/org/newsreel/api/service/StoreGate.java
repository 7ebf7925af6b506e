package org.newsreel.api.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets requests to the store, or keeps them waiting outside while it is exchanged. Thread safe. */
@Singleton
public class StoreGate {
    /** After {@link RequestGuard} looked at the key, before anything else. */
    private static final int AFTER_THE_KEY = 5;

    private static final List<String> STORE = List.of("/api", "/media", "/reconcile");
    private static final int LOOK_MILLIS = 20;

    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean closed;

    void register(@Observes Filters filters) {
        filters.register(this::pass, AFTER_THE_KEY);
    }

    private void pass(RoutingContext context) {
        if (!asksTheStore(context.normalizedPath())) {
            context.next();
            return;
        }
        if (!enter()) {
            RequestGuard.answer(context, closedProblem());
            return;
        }
        context.addEndHandler(ended -> leave());
        context.next();
    }

    /** What those are told who come while it is closed. */
    public static Problem closedProblem() {
        return Problem.of(503, "The store is being restored from a backup: ask again in a moment.");
    }

    /**
     * Lets somebody in, who must {@link #leave}; false while it is closed. Requests of servlets, whose ends the filter of
     * requests does not see, go in and out by these two.
     */
    public boolean enter() {
        inside.incrementAndGet();
        if (closed) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Somebody who came in has left. */
    public void leave() {
        inside.decrementAndGet();
    }

    /** The restoring itself does not wait for itself; who watches a job reads the database alone, and for long. */
    private static boolean asksTheStore(String path) {
        return path != null
                && STORE.stream().anyMatch(root -> RequestGuard.isUnder(path, root))
                && !path.equals("/api/restore")
                && !(path.startsWith("/api/jobs/") && path.endsWith("/events"));
    }

    /** Whether requests are turned away. */
    public boolean isClosed() {
        return closed;
    }

    /** Lets nobody in from now on. */
    public void close() {
        closed = true;
    }

    /** Lets everybody in again. */
    public void open() {
        closed = false;
    }

    /** Waits until all who came in have left; false when they don't in time. */
    public boolean empty(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (inside.get() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return inside.get() == 0;
    }
}
