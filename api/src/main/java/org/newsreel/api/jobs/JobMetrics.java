package org.newsreel.api.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Jobs by state, what became of items, how long each stage took, and the models that were last at work. Thread safe. */
@Singleton
class JobMetrics {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MeterRegistry meters;
    private final JobRecords records;
    private final Map<JobState, Long> counted = new EnumMap<>(JobState.class);
    private final Map<String, Boolean> models = new ConcurrentHashMap<>();
    private long countedAt = System.nanoTime() - FRESH_NANOS;

    @Inject
    JobMetrics(MeterRegistry meters, JobRecords records) {
        this.meters = meters;
        this.records = records;
    }

    void start(@Observes StartupEvent event) {
        for (JobState state : JobState.values()) {
            Gauge.builder("newsreel.jobs", () -> count(state))
                    .description("Jobs by state; those queued are the queue's length")
                    .tag("state", state.toString())
                    .register(meters);
        }
        for (Outcome outcome : Outcome.values()) {
            meters.counter("newsreel.items", "outcome", name(outcome));
        }
    }

    private synchronized long count(JobState state) {
        if (System.nanoTime() - countedAt >= FRESH_NANOS) {
            for (JobState each : JobState.values()) {
                counted.put(each, records.count(each));
            }
            countedAt = System.nanoTime();
        }
        return counted.getOrDefault(state, 0L);
    }

    /** An item, or a line of a job's record, came to this. */
    void outcome(Outcome outcome) {
        meters.counter("newsreel.items", "outcome", name(outcome)).increment();
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A stage took this long.
     *
     * @param stage {@code read} and {@code extract}, an item each, or {@code store}, a commit each
     */
    void stage(String stage, long nanos) {
        Timer.builder("newsreel.stage")
                .description("Reading and extracting an item, storing a batch of them")
                .tag("stage", stage)
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The models that a document names. */
    void models(JsonNode document) {
        for (JsonNode model : document.path("models")) {
            String role = model.path("role").asText();
            String name = model.path("name").asText();
            String sha256 = model.path("sha256").asText();
            if (models.putIfAbsent(role + '\n' + name + '\n' + sha256, true) == null) {
                Gauge.builder("newsreel.model", () -> 1)
                        .description("Models that were at work since the service began")
                        .tag("role", role)
                        .tag("name", name)
                        .tag("sha256", sha256)
                        .register(meters);
            }
        }
    }
}
