package org.newsreel.api.service;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.TDB2Factory;

/** The one store that the service works on, open from start to end. Thread safe. */
@Startup
@Singleton
public class OpenStore {
    private final ServiceConfig config;
    private Path directory;
    private Dataset dataset;

    @Inject
    OpenStore(ServiceConfig config) {
        this.config = config;
    }

    @PostConstruct
    void open() {
        directory = config.store()
                .orElseThrow(() -> new StartupException("No store is named: start the service with"
                        + " -Dnewsreel.store=DIRECTORY, as \"newsreel serve --store DIRECTORY\" does."))
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(directory)) {
            throw new StartupException("There is no store at " + directory
                    + ": make one with \"newsreel ingest\" or name another with --store.");
        }
        dataset = TDB2Factory.connectDataset(directory.toString());
    }

    @PreDestroy
    void close() {
        if (dataset != null) {
            dataset.close();
        }
    }

    /** Where the store lies, absolute. */
    public Path directory() {
        return directory;
    }

    /** The store's graphs; whoever reads them opens a transaction. */
    public Dataset dataset() {
        return dataset;
    }

    /** The video or picture with this SHA-256, when the store has it. */
    public Optional<Path> media(String sha256) {
        Path file = directory.resolve("media").resolve(sha256);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** What the work yields inside one read transaction. */
    public <T> T read(Supplier<T> work) {
        dataset.begin(ReadWrite.READ);
        try {
            return work.get();
        } finally {
            dataset.end();
        }
    }
}
