package org.newsreel.api.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsreel.api.service.ServiceConfig;

/**
 * How the extraction process is started.
 *
 * @param command program and arguments
 */
record WorkerProgram(List<String> command) {
    /** The configured one, else the launcher's; empty when there is neither. */
    static Optional<WorkerProgram> of(ServiceConfig config) {
        Optional<List<String>> configured = config.worker().command().filter(c -> !c.isEmpty());
        if (configured.isPresent()) {
            return configured.map(WorkerProgram::new);
        }
        return config.home()
                .map(Path::toAbsolutePath)
                .filter(home -> Files.isExecutable(home.resolve("newsreel"))
                        && Files.isRegularFile(home.resolve("api/target/classpath.txt")))
                .map(home -> new WorkerProgram(List.of(
                        home.resolve("newsreel").toString(),
                        "worker",
                        "--device",
                        config.worker().device())));
    }
}
