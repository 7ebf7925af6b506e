package org.newsreel.api.jobs;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.newsreel.api.service.ServiceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what nobody will ask for any more: files of jobs that ended, and the oldest jobs. */
@Startup
@Singleton
class JobKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeping.class);

    private final JobRecords records;
    private final Spool spool;
    private final ServiceConfig config;
    private final ClockJumps jumps = new ClockJumps(Clock.systemUTC(), System::nanoTime);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "job-keeping");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    JobKeeping(JobRecords records, JobSpool spool, ServiceConfig config) {
        this.records = records;
        this.spool = spool.spool();
        this.config = config;
    }

    @PostConstruct
    void start() throws IOException {
        // No request is under way yet, so a directory without a job is what a killed service left.
        for (UUID job : spool.jobs()) {
            if (records.find(job).isEmpty()) {
                spool.remove(job);
            }
        }
        clock.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    private void tidy() {
        if (jumps.sinceLastAsked()) {
            LOG.warn("The clock has jumped: no old jobs are removed before it has been steady for an hour");
            return;
        }
        try {
            records.endedBefore(config.jobs().keepFiles()).forEach(spool::remove);
            for (UUID job : records.endedBefore(config.jobs().keep())) {
                spool.remove(job);
                records.delete(job);
            }
        } catch (RuntimeException e) {
            LOG.warn("Old jobs could not be removed: {}", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }
}
