package org.newsreel.api.sparql;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StoreUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that are being answered, how many may be at once, and a watch over them: one that holds on past its time
 * is cut off, and when the heap stays full after a collection, the one that has run longest is ended. Thread safe.
 */
@Singleton
class RunningQueries implements StoreUser {
    private static final Logger LOG = LoggerFactory.getLogger(RunningQueries.class);

    /** Share of the old generation that may be in use after a collection. */
    private static final double FULL = 0.85;

    /** Beyond its time a query gets this long to notice by itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<Long, RunningQuery> running = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Semaphore places;
    private final ServiceConfig config;
    private final Connections connections;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "query-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    RunningQueries(ServiceConfig config, Connections connections) {
        this.config = config;
        this.connections = connections;
        this.places = new Semaphore(atOnce(config), true);
    }

    private static int atOnce(ServiceConfig config) {
        return config.queriesAtOnce()
                .orElseGet(() -> Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
    }

    void start(@Observes StartupEvent event) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (isOld(pool)) {
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax()));
            }
        }
        watch.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getType() == MemoryType.HEAP
                && pool.isCollectionUsageThresholdSupported()
                && pool.getUsage().getMax() > 0
                && (pool.getName().contains("Old") || pool.getName().contains("Tenured"));
    }

    /** Waits for a place; false when none gets free in time. Who got one gives it back with {@link #leave}. */
    boolean enter() throws InterruptedException {
        return places.tryAcquire(config.queryWait().toMillis(), TimeUnit.MILLISECONDS);
    }

    void leave() {
        places.release();
    }

    /**
     * A query begins.
     *
     * @param connection the number of the connection that asked, or a negative one
     */
    RunningQuery begin(String text, long connection, Runnable abort) {
        RunningQuery query = new RunningQuery(numbers.incrementAndGet(), connection, text, abort);
        running.put(query.id(), query);
        return query;
    }

    void done(RunningQuery query) {
        running.remove(query.id());
    }

    /** Oldest first. */
    List<RunningQuery> list() {
        return running.values().stream()
                .sorted(Comparator.comparingLong(RunningQuery::id))
                .toList();
    }

    Optional<RunningQuery> find(long id) {
        return Optional.ofNullable(running.get(id));
    }

    private void look() {
        try {
            Duration most = config.queryTimeout().plus(GRACE);
            for (RunningQuery query : running.values()) {
                if (connections.gone(query.connection())) {
                    query.end(RunningQuery.End.CLIENT);
                }
                if (query.time().compareTo(most) > 0) {
                    // It does not look at its own clock: it is stuck in a step, or its client does not read.
                    query.end(RunningQuery.End.TIMEOUT);
                    connections.cut(query.connection());
                }
            }
            if (full()) {
                list().stream()
                        .filter(query -> query.ended().isEmpty())
                        .findFirst()
                        .ifPresent(query -> {
                            LOG.warn("The heap stays full, so query {} is ended after {}", query.id(), query.time());
                            query.end(RunningQuery.End.MEMORY);
                        });
            }
        } catch (RuntimeException e) {
            LOG.warn("The watch over queries stumbled: {}", e.toString());
        }
    }

    private static boolean full() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (isOld(pool) && pool.isCollectionUsageThresholdExceeded()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void hurry() {
        running.values().forEach(query -> query.end(RunningQuery.End.CANCELLED));
    }

    /** Before the store is closed, which it can't be while somebody reads it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        watch.shutdownNow();
        hurry();
        for (int i = 0; i < 50 && !running.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
