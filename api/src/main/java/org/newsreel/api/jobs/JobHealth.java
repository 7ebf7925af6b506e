package org.newsreel.api.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Whether jobs are worked off, their database answers, and there is something to extract with. */
@ApplicationScoped
class JobHealth {
    private final JobRunner runner;
    private final JobRecords records;
    private final ExtractionWorker worker;

    @Inject
    JobHealth(JobRunner runner, JobRecords records, ExtractionWorker worker) {
        this.runner = runner;
        this.records = records;
        this.worker = worker;
    }

    /** All parts have started, this one last. */
    @Produces
    @ApplicationScoped
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("started").status(runner.begun()).build();
    }

    /** Nothing but a new start helps when the thread that works jobs off has died. */
    @Produces
    @ApplicationScoped
    @Liveness
    HealthCheck works() {
        return () -> HealthCheckResponse.named("jobs")
                .status(!runner.begun() || runner.alive())
                .build();
    }

    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck database() {
        return () -> tried("jobs database", () -> HealthCheckResponse.named("jobs database")
                .up()
                .withData("waiting", records.count(JobState.QUEUED)));
    }

    /** Up even when there is none: reading goes on, and an upload is told so. */
    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck extraction() {
        return () -> HealthCheckResponse.named("extraction")
                .up()
                .withData("available", worker.available())
                .withData("processes", worker.processes().size())
                .build();
    }

    private static HealthCheckResponse tried(String name, Supplier<HealthCheckResponseBuilder> check) {
        try {
            return check.get().build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named(name)
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
