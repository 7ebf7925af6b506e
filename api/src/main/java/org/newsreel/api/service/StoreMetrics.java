package org.newsreel.api.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How large the store is. Counting goes through all of it, so that is done in the background now and then. */
@Singleton
class StoreMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMetrics.class);

    private final OpenStore store;
    private final ServiceConfig config;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-metrics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile double quads = Double.NaN;
    private volatile double bytes = Double.NaN;

    @Inject
    StoreMetrics(OpenStore store, ServiceConfig config, MeterRegistry meters) {
        this.store = store;
        this.config = config;
        Gauge.builder("newsreel.store.quads", () -> quads)
                .description("Quads in the store when last counted")
                .register(meters);
        Gauge.builder("newsreel.store.bytes", () -> bytes)
                .description("Bytes of the store's directory when last counted")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("newsreel.store.changes", () -> store.changes().last())
                .description("Number of the newest change")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        clock.scheduleWithFixedDelay(this::count, 0, config.storeMetricsEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        clock.shutdownNow();
        clock.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void count() {
        try {
            quads = store.read(() -> {
                long n = 0;
                var all = store.dataset().asDatasetGraph().find();
                while (all.hasNext() && !Thread.currentThread().isInterrupted()) {
                    all.next();
                    n++;
                }
                return n;
            });
            bytes = size(store.directory());
        } catch (RuntimeException e) {
            LOG.debug("The store could not be counted", e);
        }
    }

    private static long size(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
