package org.newsreel.api.jobs;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A job's changes as server-sent events. */
@Singleton
class JobStream {
    /** Often enough for proxies to keep the connection, and for the service to see that a client is gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final JobRecords records;
    private final JobEvents events;

    @Inject
    JobStream(JobRecords records, JobEvents events) {
        this.records = records;
        this.events = events;
    }

    /** What comes down the stream: a job, nothing but a sign of life, or the end. */
    private record Signal(Optional<JobView> job, boolean end) {}

    /** The job as it is, then after each change, until it has ended. A slow client gets the newest of what it missed. */
    Multi<OutboundSseEvent> of(String id, Sse sse) {
        Multi<Signal> changes = changes(id)
                .map(job -> new Signal(Optional.of(job), false))
                .onCompletion()
                .continueWith(new Signal(Optional.empty(), true));
        Multi<Signal> beats = Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> new Signal(Optional.empty(), false));
        return Multi.createBy()
                .merging()
                .streams(changes, beats)
                .select()
                .first(signal -> !signal.end())
                .map(signal -> event(signal, sse));
    }

    private Multi<JobView> changes(String id) {
        return Multi.createFrom()
                .<JobView>emitter(
                        emitter -> {
                            Consumer<JobView> watcher = job -> {
                                emitter.emit(job);
                                if (job.state().ended()) {
                                    emitter.complete();
                                }
                            };
                            // Watching first: a change between the two is told twice rather than not at all.
                            events.watch(id, watcher);
                            emitter.onTermination(() -> events.unwatch(id, watcher));
                            records.find(UUID.fromString(id)).ifPresentOrElse(watcher, emitter::complete);
                        },
                        BackPressureStrategy.LATEST)
                // It asks the database, which the thread that serves connections must not.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static OutboundSseEvent event(Signal signal, Sse sse) {
        return signal.job()
                .map(job -> sse.newEventBuilder()
                        .name("job")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(JobView.class, job)
                        .build())
                .orElseGet(() -> sse.newEventBuilder().comment("").build());
    }
}
