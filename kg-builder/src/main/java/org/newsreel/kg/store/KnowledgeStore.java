package org.newsreel.kg.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsreel.kg.changes.ChangeLog;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.merge.Decided;
import org.newsreel.kg.merge.FactChanges;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.merge.MergedGraphs;
import org.newsreel.kg.merge.Review;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable store of item graphs on Jena TDB2. The default graph holds exactly what the statements of all item graphs
 * come to once identities are resolved and reviews are heeded. One process opens a store at a time. Thread safe: readers never wait, writers take turns; reads through
 * {@link #dataset()} need a transaction of their own.
 */
public final class KnowledgeStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeStore.class);
    /** A batch is not begun with less room than this: TDB2's mapped files don't survive a disk that fills under them. */
    private static final long ROOM = 64L << 20;

    private final Path directory;
    private final StoreLock lock;
    private final Generations stored;
    private final ChangeLog changes;
    /** The same, with every transaction logged. */
    private final DatasetGraph graphs;

    private final MediaArchive media;
    private final ItemGraphs items;
    private final MergedGraphs merged;
    private final Compaction compaction;
    private final ExecutorService care = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "newsreel-store-care");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean caring = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();

    private KnowledgeStore(Path directory, StoreLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.media = new MediaArchive(StoreFiles.media(directory));
        Files.createDirectories(StoreFiles.graph(directory));
        this.stored = Generations.open(StoreFiles.graph(directory));
        this.changes = ChangeLog.open(StoreFiles.changes(directory), stored);
        this.graphs = changes.recording();
        this.items = new ItemGraphs(graphs);
        this.merged = new MergedGraphs(graphs);
        this.compaction = new Compaction(stored, StoreFiles.graph(directory), changes, care::isShutdown);
    }

    /** Whether a store is in this directory; it need not be free. */
    public static boolean isStore(Path directory) {
        return StoreFiles.isStore(directory);
    }

    /**
     * Opens a store; makes one in a directory that is empty or not there.
     *
     * @throws StoreException when it is in use, can't be written, or holds something else
     */
    public static KnowledgeStore open(Path directory) {
        try {
            if (!StoreFiles.isStore(directory)) {
                if (Files.exists(directory) && !Files.isDirectory(directory)) {
                    throw new StoreException(directory + " is a file, not a store: name a directory with --store");
                }
                if (!StoreFiles.isFresh(directory)) {
                    throw new StoreException(directory
                            + " holds other files and is not a Newsreel store: name an empty directory with --store");
                }
                StoreFiles.create(directory);
            }
            return openExisting(directory);
        } catch (IOException | RuntimeException e) {
            throw Failures.of(directory, e);
        }
    }

    /**
     * Opens a store that is there.
     *
     * @throws StoreException as {@link #open}, and when there is none
     */
    public static KnowledgeStore openExisting(Path directory) {
        StoreLock lock = null;
        try {
            if (!StoreFiles.isStore(directory)) {
                throw new StoreException("There is no Newsreel store at " + directory
                        + ": ingest something first, or name one with --store");
            }
            int format = StoreFiles.format(directory);
            lock = StoreLock.take(directory);
            Replacement.in(directory).settle();
            KnowledgeStore store = new KnowledgeStore(directory, lock);
            Replacement.in(directory).done();
            if (format < StoreFiles.FORMAT) {
                store.migrate(format);
            }
            return store;
        } catch (IOException | RuntimeException e) {
            StoreException failure = Failures.of(directory, e);
            release(lock, failure);
            throw failure;
        }
    }

    private static void release(StoreLock lock, StoreException failure) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** The live dataset; every access to it needs a transaction. Closing it is the store's business. */
    public Dataset dataset() {
        return DatasetFactory.wrap(graphs);
    }

    /** Where the store lies. */
    public Path directory() {
        return directory;
    }

    /** What every transaction added and removed. */
    public ChangeLog changes() {
        return changes;
    }

    /** The videos and pictures. Add an item's media before the item, so that no item is without them. */
    public MediaArchive media() {
        return media;
    }

    /** The version of an item that is in the store. */
    public Optional<String> versionOf(String itemId) {
        return Txn.calculateRead(graphs, () -> items.versionOf(itemId));
    }

    /** The ids of all items, sorted. */
    public List<String> items() {
        return Txn.calculateRead(graphs, items::ids);
    }

    /**
     * Puts items into the store, all in one transaction: when this returns they are on disk, when it throws none is.
     * Each item's graph is held against the shapes before; one that breaks them, or can't be built, is left out and
     * reported. When an id comes twice, the later one counts.
     *
     * @throws StoreException when the disk is full or fails; what earlier calls reported is kept
     */
    public BatchReport add(List<ExtractionDocument> batch) {
        List<String> added = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<BatchReport.Failure> failed = new ArrayList<>();
        Set<String> orphans = new HashSet<>();
        List<ForkJoinTask<Preparation>> prepared = prepare(batch);
        writing.lock();
        try {
            requireRoom();
            write(() -> {
                for (ForkJoinTask<Preparation> begun : prepared) {
                    Preparation preparation = begun.join();
                    ExtractionDocument document = preparation.document();
                    Optional<String> old = items.versionOf(document.id());
                    if (old.equals(Optional.of(document.version()))) {
                        skipped.add(document.id());
                        continue;
                    }
                    Preparation settled = preparation.settled();
                    if (settled instanceof Preparation.Ready ready) {
                        old.ifPresent(version -> orphans.addAll(remove(document.id(), version)));
                        merged.put(ready.graph());
                        (old.isPresent() ? replaced : added).add(document.id());
                    } else if (settled instanceof Preparation.Refused refused) {
                        failed.add(new BatchReport.Failure(document.id(), refused.reason()));
                    }
                }
                return null;
            });
            removeOrphans(orphans);
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        } finally {
            writing.unlock();
        }
        LOG.info(
                "batch stored: added={} replaced={} skipped={} failed={}",
                added.size(),
                replaced.size(),
                skipped.size(),
                failed.size());
        return new BatchReport(added, replaced, skipped, failed);
    }

    /** Begins to build and check what the store does not have. */
    private List<ForkJoinTask<Preparation>> prepare(List<ExtractionDocument> batch) {
        Set<String> known = Txn.calculateRead(graphs, () -> batch.stream()
                .filter(document -> items.versionOf(document.id()).equals(Optional.of(document.version())))
                .map(ExtractionDocument::id)
                .collect(Collectors.toSet()));
        return Preparation.begin(batch, document -> known.contains(document.id()));
    }

    /**
     * Takes an item out with every fact that only it supported and every medium that only it used.
     *
     * @return whether it was there
     */
    public boolean forget(String itemId) {
        Set<String> orphans = new HashSet<>();
        writing.lock();
        try {
            boolean there = write(() -> {
                Optional<String> version = items.versionOf(itemId);
                version.ifPresent(v -> orphans.addAll(remove(itemId, v)));
                return version.isPresent();
            });
            removeOrphans(orphans);
            return there;
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes a person's decision down, in place of an earlier one on the same statement or pair, and lets the default
     * graph follow. It counts until it is withdrawn, also when the item comes again.
     *
     * @return what became of the default graph
     * @throws IllegalArgumentException in one sentence, when it speaks of a statement or an entity that is not here, or
     *     says what the vocabulary does not allow
     */
    public FactChanges review(Review review) {
        return change(() -> {
            merged.reviewPresent(review);
            return merged.settleAndTell();
        });
    }

    /**
     * Takes a decision back, and the default graph with it.
     *
     * @param targets IRI of a statement, or of two entities
     * @return what became of the default graph; empty when there was no decision
     */
    public Optional<FactChanges> withdraw(List<String> targets) {
        return change(() -> merged.withdraw(targets) ? Optional.of(merged.settleAndTell()) : Optional.empty());
    }

    /**
     * What is known of pairs of entities that may be one, the likeliest first.
     *
     * @param status {@code merged}, {@code apart} or {@code possible}
     */
    public List<IdentityLink> links(String status) {
        return Txn.calculateRead(graphs, () -> new Decided(graphs).links(status));
    }

    /** All decisions that count. */
    public List<Review> reviews() {
        return Txn.calculateRead(graphs, () -> new Decided(graphs).reviews());
    }

    /** Format 1 had no identities: everything beside the item graphs is made from them. A crash midway begins anew. */
    private void migrate(int from) throws IOException {
        LOG.info("store brought up to date: directory={} from={} to={}", directory, from, StoreFiles.FORMAT);
        rebuild();
        StoreFiles.writeFormat(directory);
    }

    /**
     * Copies the database without what updates left behind. Readers and writers go on; writers wait for a moment at the
     * end. Happens by itself, in the background, when the store has grown beyond {@link Compaction#FACTOR} times what its
     * quads need.
     */
    public void compact() {
        try {
            compaction.run();
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        }
    }

    /**
     * Drops all but the newest entries of the log of changes, which still tell what forgotten items said.
     *
     * @param kept how many to keep, from 0
     */
    public void keepChanges(long kept) {
        writing.lock();
        try {
            compaction.between(() -> changes.keepNewest(kept));
        } catch (IOException e) {
            throw Failures.of(directory, e);
        } finally {
            writing.unlock();
        }
    }

    /** Bytes on disk of the graph, without media. */
    public long size() {
        try {
            return compaction.size();
        } catch (IOException e) {
            throw Failures.of(directory, e);
        }
    }

    /** Looks after the size, in the background and one look at a time. */
    private void lookAfter() {
        if (caring.compareAndSet(false, true)) {
            care.execute(() -> {
                try {
                    if (compaction.isDue()) {
                        compact();
                    }
                } catch (IOException | RuntimeException | InternalError e) {
                    LOG.warn(
                            "store not compacted: {}", Failures.of(directory, e).getMessage());
                } finally {
                    caring.set(false);
                }
            });
        }
    }

    /**
     * Writes the whole store into one file, as it is at this moment; readers and writers go on. The file appears whole or
     * not at all.
     */
    public BackupReport backup(Path file) {
        return backup(file, Optional.empty());
    }

    /**
     * The same with a file that is kept with it, and that {@link #restoredJobs} names once it is a store again.
     *
     * @param jobs what there is to keep of the jobs, as it was before this call: whatever they say is done is in the graph
     */
    public BackupReport backup(Path file, Optional<Path> jobs) {
        try {
            return Backup.write(graphs, media, jobs, file);
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(file.toAbsolutePath().getParent(), e);
        }
    }

    /**
     * Makes a store from a backup, after every byte of the backup was checked.
     *
     * @param directory empty or not there
     * @throws StoreException when the backup is damaged or the directory holds something
     */
    public static BackupReport restore(Path file, Path directory) {
        try {
            Backup.check(file);
            if (StoreFiles.isStore(directory) || !StoreFiles.isFresh(directory)) {
                throw new StoreException(directory + " holds something: name an empty directory with --store");
            }
            Path whole = directory.toAbsolutePath().normalize();
            Path part = whole.resolveSibling(whole.getFileName() + ".restoring");
            StoreFiles.deleteTree(part);
            BackupReport report = Backup.read(file, part);
            // What was restored becomes the first change of its log.
            openExisting(part).close();
            StoreFiles.deleteTree(whole);
            Files.move(part, whole);
            return report;
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        }
    }

    /**
     * Makes a store from a whole graph, such as a corpus run or an export leaves, by bulk load, and checks it as
     * {@link #verify} does before the directory becomes a store. Media are not in such a file.
     *
     * @param quads canonical N-Quads, which repeat nothing
     * @param directory empty or not there
     * @return what the check found, which is no fault
     * @throws StoreException when the directory holds something, the file is no N-Quads, or the check finds a fault
     */
    public static VerifyReport load(Path quads, Path directory) {
        try {
            if (StoreFiles.isStore(directory) || !StoreFiles.isFresh(directory)) {
                throw new StoreException(directory + " holds something: name an empty directory with --store");
            }
            Path whole = directory.toAbsolutePath().normalize();
            Path part = whole.resolveSibling(whole.getFileName() + ".loading");
            StoreFiles.deleteTree(part);
            try {
                VerifyReport report = loadInto(quads, part);
                StoreFiles.deleteTree(whole);
                Files.move(part, whole);
                return report;
            } finally {
                StoreFiles.deleteTree(part);
            }
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        }
    }

    private static VerifyReport loadInto(Path quads, Path part) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(quads))) {
            BulkLoad.nQuads(in, StoreFiles.graph(part));
        } catch (RiotException e) {
            throw new StoreException(quads + " is no N-Quads (" + e.getMessage() + "): name another file", e);
        }
        StoreFiles.writeFormat(part);
        try (KnowledgeStore store = openExisting(part)) {
            VerifyReport report = store.verify();
            if (!report.problems().isEmpty()) {
                throw new StoreException(quads + " is not a whole graph of Newsreel's: "
                        + report.problems().get(0)
                        + "; name the graph.nq of a corpus run, or an export without --mapping");
            }
            return report;
        }
    }

    /**
     * What a backup kept of the jobs, in the directory of a store that was made of it; there until its owner has read and
     * removed it.
     */
    public static Path restoredJobs(Path directory) {
        return directory.resolve(Backup.JOBS);
    }

    /**
     * Makes a store of a backup inside this one's directory, after every byte of the backup was checked. Readers and
     * writers go on, and nothing of this store changes until {@link #exchange}.
     *
     * @throws StoreException when the backup is damaged, or there is no room
     */
    public BackupReport stage(Path file) {
        Path staged = Replacement.in(directory).staged();
        try {
            Backup.check(file);
            if (Backup.unpackedBytes(file) + ROOM
                    > Files.getFileStore(directory).getUsableSpace()) {
                throw Failures.full(directory, null);
            }
            StoreFiles.deleteTree(staged);
            BackupReport report = Backup.read(file, staged);
            openExisting(staged).close();
            return report;
        } catch (IOException | RuntimeException | InternalError e) {
            StoreException failure = Failures.of(directory, e);
            try {
                StoreFiles.deleteTree(staged);
            } catch (IOException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    /**
     * What became of an exchange.
     *
     * @param store the one that is open now
     * @param failure why it is still the old one
     */
    public record Exchanged(KnowledgeStore store, Optional<StoreException> failure) {}

    /**
     * Puts the staged store in this one's place, which is closed; nobody may be reading or writing. The old files are kept
     * until the new store is open and holds what the backup did. A crash leaves the one or the other.
     *
     * @param report what {@link #stage} gave
     */
    public Exchanged exchange(BackupReport report) {
        Replacement replacement = Replacement.in(directory);
        writing.lock();
        try {
            care.shutdown();
            care.awaitTermination(1, TimeUnit.HOURS);
            stored.close();
            KnowledgeStore now = null;
            try {
                replacement.exchange();
                now = new KnowledgeStore(directory, lock);
                DatasetGraph fresh = now.graphs;
                long quads = Txn.calculateRead(fresh, () -> fresh.stream().count());
                if (quads < report.quads()) {
                    throw new StoreException("The restored store has " + quads + " quads and the backup "
                            + report.quads() + ": use another backup");
                }
            } catch (IOException | RuntimeException e) {
                if (now != null) {
                    now.stored.close();
                }
                replacement.undo();
                replacement.done();
                return new Exchanged(new KnowledgeStore(directory, lock), Optional.of(Failures.of(directory, e)));
            }
            replacement.done();
            return new Exchanged(now, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.of(directory, e);
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        } finally {
            writing.unlock();
        }
    }

    /** Makes everything that follows from items and reviews anew: the default graph, identities and name index. */
    public void rebuild() {
        change(() -> {
            merged.rebuild(items.names());
            return null;
        });
    }

    private <T> T change(Supplier<T> work) {
        writing.lock();
        try {
            requireRoom();
            return write(work);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(directory, e);
        } finally {
            writing.unlock();
        }
    }

    /** One transaction: the work, and then what follows from it. */
    private <T> T write(Supplier<T> work) {
        try {
            T done = Txn.calculateWrite(graphs, () -> {
                T result = work.get();
                merged.settle();
                return result;
            });
            lookAfter();
            return done;
        } catch (RuntimeException | Error e) {
            merged.abandon();
            throw e;
        }
    }

    /** The media that the version used. */
    private Set<String> remove(String itemId, String version) {
        Node graph = NodeFactory.createURI(Iris.version(itemId, version));
        Set<String> used = items.media(graph);
        merged.remove(graph);
        return used;
    }

    /** Checks everything: facts, evidence, quotes, boxes, shapes, media. Reads every byte, so it takes its time. */
    public VerifyReport verify() {
        return Txn.calculateRead(graphs, () -> {
            try {
                return new Verification(graphs, items, media, merged).run();
            } catch (IOException e) {
                throw Failures.of(directory, e);
            }
        });
    }

    /** After the commit: a crash in between leaves a file too many, never a graph without its file. */
    private void removeOrphans(Set<String> candidates) throws IOException {
        for (String sha256 : candidates) {
            if (!Txn.calculateRead(graphs, () -> items.usesMedium(sha256))) {
                media.remove(sha256);
            }
        }
    }

    private void requireRoom() throws IOException {
        if (Files.getFileStore(directory).getUsableSpace() < ROOM) {
            throw Failures.full(directory, null);
        }
    }

    @Override
    public void close() {
        try {
            care.shutdown();
            // A compaction that has begun is finished: it can't be stopped halfway.
            care.awaitTermination(1, TimeUnit.HOURS);
            stored.close();
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.of(directory, e);
        } catch (IOException | RuntimeException e) {
            throw Failures.of(directory, e);
        }
    }
}
