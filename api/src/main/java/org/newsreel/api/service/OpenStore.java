package org.newsreel.api.service;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.newsreel.kg.changes.ChangeLog;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.store.BackupReport;
import org.newsreel.kg.store.BatchReport;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;
import org.newsreel.ontology.claim.ExtractionDocument;

/** The one store that the service works on, open from start to end. Thread safe. */
@Startup
@Singleton
public class OpenStore {
    private final ServiceConfig config;
    private final ReadWriteLock exchange = new ReentrantReadWriteLock();
    private Path directory;
    private volatile KnowledgeStore store;

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
        try {
            store = KnowledgeStore.openExisting(directory);
        } catch (StoreException e) {
            throw new StartupException(Problem.sentence(e.getMessage()), e);
        }
    }

    @PreDestroy
    void close() {
        if (store != null) {
            store.close();
        }
    }

    /** Where the store lies, absolute. */
    public Path directory() {
        return directory;
    }

    /** The store's graphs; whoever reads them opens a transaction. */
    public Dataset dataset() {
        return store.dataset();
    }

    /** What every transaction added and removed. */
    public ChangeLog changes() {
        return store.changes();
    }

    /** The video or picture with this SHA-256, when the store has it. */
    public Optional<Path> media(String sha256) {
        return store.media().find(sha256);
    }

    /** The version of an item that is in the store. */
    public Optional<String> versionOf(String itemId) {
        return store.versionOf(itemId);
    }

    /** Copies a video or picture into the store; see {@link org.newsreel.kg.store.MediaArchive#add}. */
    public void addMedia(Path file, String sha256) {
        store.media().add(file, sha256);
    }

    /** Commits items in one transaction; see {@link KnowledgeStore#add}. */
    public BatchReport add(List<ExtractionDocument> documents) {
        return store.add(documents);
    }

    /** Takes an item out with all that only it supported; false when it is not there. */
    public boolean forget(String itemId) {
        return store.forget(itemId);
    }

    /** Where people's decisions come in. */
    public ReviewDesk reviews() {
        return new ReviewDesk(store);
    }

    /** Writes a backup, whole or not at all; see {@link KnowledgeStore#backup(Path, Optional)}. */
    public void backup(Path file, Path jobs) {
        store.backup(file, Optional.of(jobs));
    }

    /** Makes a store of a backup beside this one; see {@link KnowledgeStore#stage}. */
    public BackupReport stage(Path file) {
        return store.stage(file);
    }

    /**
     * Puts the staged store in this one's place. Whoever holds on to {@link #dataset()} or works outside {@link #read} must
     * have let go.
     *
     * @throws StoreException when the old store had to be opened again
     */
    public void exchange(BackupReport report) {
        exchange.writeLock().lock();
        try {
            KnowledgeStore.Exchanged exchanged = store.exchange(report);
            store = exchanged.store();
            exchanged.failure().ifPresent(failure -> {
                throw failure;
            });
        } finally {
            exchange.writeLock().unlock();
        }
    }

    /** What the work yields inside one read transaction. */
    public <T> T read(Supplier<T> work) {
        exchange.readLock().lock();
        try {
            Dataset dataset = store.dataset();
            dataset.begin(ReadWrite.READ);
            try {
                return work.get();
            } finally {
                dataset.end();
            }
        } finally {
            exchange.readLock().unlock();
        }
    }
}
