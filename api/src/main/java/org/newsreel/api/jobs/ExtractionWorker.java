package org.newsreel.api.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.worker.WorkerAnswer;
import org.newsreel.api.worker.WorkerEvent;
import org.newsreel.api.worker.WorkerLines;
import org.newsreel.api.worker.WorkerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that extracts: started when it is first needed, kept with its models loaded, started again when it died.
 * One thread asks it; any thread may end it.
 */
@Singleton
class ExtractionWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractionWorker.class);
    private static final int SIGNALS = 128;

    private final Optional<WorkerProgram> program;
    private final Path directory;
    private Running running;
    private boolean closed;

    private record Running(Process process, BufferedReader out, WorkerLines in) {}

    /** What the asking thread does with what comes back. */
    interface Listener {
        /** Whether to extract this item. */
        boolean wants(WorkerEvent.Read read);

        /** Anything but the end and what {@link #wants} is asked. */
        void on(WorkerEvent event);
    }

    @Inject
    ExtractionWorker(ServiceConfig config, OpenStore store) {
        program = WorkerProgram.of(config);
        directory = store.directory();
    }

    /** Whether there is anything to start. */
    boolean available() {
        return program.isPresent();
    }

    /**
     * Has paths extracted, and returns when all of them are.
     *
     * @throws WorkerEnded when the process ends before that, whoever ended it
     */
    void run(WorkerRequest request, Listener listener) throws WorkerEnded {
        Running process = start();
        try {
            process.in().write(request);
            for (String line = process.out().readLine();
                    line != null;
                    line = process.out().readLine()) {
                Optional<WorkerEvent> event = WorkerLines.read(line, WorkerEvent.class);
                if (event.isEmpty()) {
                    LOG.debug("The extraction process says: {}", line);
                } else if (event.get() instanceof WorkerEvent.End) {
                    return;
                } else if (event.get() instanceof WorkerEvent.Read read) {
                    process.in().write(new WorkerAnswer(listener.wants(read)));
                } else {
                    listener.on(event.get());
                }
            }
        } catch (IOException e) {
            LOG.debug("The pipe to the extraction process broke", e);
        } catch (RuntimeException e) {
            // What it still has to say would be taken for the next job's.
            kill();
            throw e;
        }
        throw new WorkerEnded("the extraction process ended " + how(process.process()));
    }

    private synchronized Running start() throws WorkerEnded {
        if (closed) {
            throw new WorkerEnded("the service is stopping");
        }
        if (running != null && running.process().isAlive()) {
            return running;
        }
        WorkerProgram chosen = program.orElseThrow(() -> new WorkerEnded("there is no extraction process to start"));
        try {
            ProcessBuilder builder = new ProcessBuilder(chosen.command())
                    // Where a crashed JVM leaves its report.
                    .directory(directory.resolve("spool").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            // A service that runs is not the one to build what changed under it.
            builder.environment().put("NEWSREEL_NO_BUILD", "1");
            builder.environment().remove("NEWSREEL_API_KEY");
            builder.environment().remove("NEWSREEL_DB_PASSWORD");
            Process process = builder.start();
            running = new Running(
                    process, process.inputReader(StandardCharsets.UTF_8), new WorkerLines(process.getOutputStream()));
            LOG.info("Extraction process {} started", process.pid());
            return running;
        } catch (IOException e) {
            throw new WorkerEnded("the extraction process can't be started: " + e.getMessage());
        }
    }

    private static String how(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "its output";
            }
            int code = process.exitValue();
            return code > SIGNALS ? "by signal " + (code - SIGNALS) : "with exit code " + code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "while the service stops";
        }
    }

    /** Ends the process at once, in the middle of an item too. */
    synchronized void kill() {
        if (running != null) {
            running.process().descendants().forEach(ProcessHandle::destroyForcibly);
            running.process().destroyForcibly();
            running = null;
        }
    }

    /** Ends a process that waits for work, so that its models free their memory. */
    synchronized void stopIdle() {
        if (running != null) {
            LOG.info(
                    "Extraction process {} idles and is stopped",
                    running.process().pid());
            kill();
        }
    }

    /** The ids of the processes that run now, for those who watch the machine. */
    synchronized List<Long> processes() {
        return running == null ? List.of() : List.of(running.process().pid());
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        kill();
    }
}
