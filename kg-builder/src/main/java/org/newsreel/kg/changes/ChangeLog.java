package org.newsreel.kg.changes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * The changes of a dataset, numbered from 1, each one transaction's as RDF Patch (jena.apache.org/documentation/rdf-patch)
 * with only what really changed. Applied in order to an empty dataset they give the present one, as long as all are kept.
 *
 * <p>A change is on disk before its transaction commits. A process that dies in between leaves one change too many; opening
 * the log again compares the newest change with the dataset, and drops it when it did not happen. So the log never misses
 * a committed change and never tells one that was not. Thread safe as its dataset is: one writer, any number of readers.
 */
public final class ChangeLog {
    private final ChangeFiles files;
    private final DatasetGraph dataset;
    /** One thread that ends by itself when there is nothing to write. */
    private final Executor writer = writer();

    private volatile long last;
    /** The oldest that is kept. */
    private volatile long first;
    /** Whether the change after the last is on disk while its transaction is about to commit. */
    private boolean settled;
    /** Whether that commit failed, which may mean anything. */
    private boolean unsure;

    private ChangeLog(ChangeFiles files, DatasetGraph dataset) throws IOException {
        this.files = files;
        this.dataset = dataset;
        this.last = files.last();
        this.first = files.first();
    }

    /**
     * Opens the log of a transactional dataset. A dataset that holds something already and has no log yet gets its first
     * change now: everything that is in it.
     */
    public static ChangeLog open(Path directory, DatasetGraph dataset) throws IOException {
        Files.createDirectories(directory);
        ChangeFiles files = new ChangeFiles(directory);
        Files.deleteIfExists(files.underway());
        ChangeLog log = new ChangeLog(files, dataset);
        Txn.executeRead(dataset, log::reconcile);
        if (log.last == 0) {
            Txn.executeRead(dataset, log::begin);
        }
        return log;
    }

    private static Executor writer() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "newsreel-change-log");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The dataset, so that transactions through it are logged. */
    public DatasetGraph recording() {
        return new RealChanges(new LoggedGraphs(dataset, new Recorder(), this::committed, () -> unsure = settled));
    }

    /** The number of the newest change; 0 before the first. */
    public long last() {
        return last;
    }

    /** The number of the oldest change that is kept; one more than {@link #last()} when none is. */
    public long first() {
        return first;
    }

    /**
     * Drops all changes but the newest. What they told of forgotten items goes with them. Whoever reads them meanwhile
     * gets an error; no transaction may be under way.
     *
     * @param kept how many to keep, from 0
     */
    public void keepNewest(long kept) throws IOException {
        long wanted = last - kept + 1;
        if (wanted > first) {
            files.dropBefore(wanted);
            first = wanted;
        }
    }

    /**
     * Writes all changes after a number, as one RDF Patch text of several transactions, each with its number and that of
     * the one before in its header.
     *
     * @return the number of the last one written, or the number given when there is none after it
     * @throws IllegalArgumentException when the number is negative, greater than {@link #last()}, or the changes after it
     *     are no longer kept
     */
    public long copySince(long sequence, OutputStream out) throws IOException {
        long until = last;
        copy(sequence, until, out);
        return until;
    }

    /**
     * Writes the changes after one number up to and with another.
     *
     * @throws IllegalArgumentException when a number is not there or no longer kept, or the second is before the first
     */
    public void copy(long after, long until, OutputStream out) throws IOException {
        if (after < 0 || after > until || until > last) {
            throw new IllegalArgumentException("there is no change " + after + ": the newest is " + last);
        }
        if (after < first - 1) {
            throw new IllegalArgumentException("the changes up to " + (first - 1)
                    + " are no longer kept: take the whole graph by export, and go on from " + last);
        }
        for (long n = after + 1; n <= until; n++) {
            try (InputStream in = files.read(n)) {
                in.transferTo(out);
            }
        }
        out.flush();
    }

    /**
     * Repeats the changes after a number on another dataset, each in a transaction of its own. Those that it has already
     * do nothing, as long as those after them are repeated too. While nobody writes, it then has all that this dataset has.
     *
     * @param after from 0, and none after it dropped
     * @return the number of the newest change that was repeated; {@code after} when there was none
     */
    public long repeat(long after, DatasetGraph target) {
        long until = last;
        long newer = until + 1;
        // A commit is counted a moment after it happens, and one that failed may have happened all the same.
        if (Files.exists(files.of(newer)) && Txn.calculateRead(dataset, () -> hasHappened(newer))) {
            until++;
        }
        for (long n = after + 1; n <= until; n++) {
            try (InputStream in = files.read(n)) {
                RDFPatchOps.applyChange(target, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Math.max(after, until);
    }

    /** The name of a change in the headers of patches. */
    static Node name(long sequence) {
        return NodeFactory.createURI("https://w3id.org/newsreel/id/change/" + sequence);
    }

    /** Drops the newest change when the dataset shows that it was not committed. Needs a transaction around it. */
    private void reconcile() {
        long newest = unsure ? last + 1 : last;
        unsure = false;
        settled = false;
        if (newest < first) {
            return;
        }
        boolean happened = hasHappened(newest);
        if (!happened) {
            try {
                Files.delete(files.of(newest));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        last = happened ? newest : newest - 1;
    }

    /** Whether the dataset is as the newest change left it. Needs a transaction around it. */
    private boolean hasHappened(long newest) {
        Map<Quad, Boolean> outcome = new HashMap<>();
        try (InputStream in = files.read(newest)) {
            RDFPatchOps.read(in).apply(new Outcome(outcome));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome.entrySet().stream().allMatch(change -> dataset.contains(change.getKey()) == change.getValue());
    }

    /** Only now may readers see the change. */
    private void committed() {
        if (settled) {
            settled = false;
            last++;
        }
    }

    /** Tells what was there before the log. */
    private void begin() {
        Recorder recorder = new Recorder();
        dataset.find()
                .forEachRemaining(quad -> recorder.add(
                        quad.isDefaultGraph() ? null : quad.getGraph(),
                        quad.getSubject(),
                        quad.getPredicate(),
                        quad.getObject()));
        recorder.txnCommit();
        committed();
    }

    /** What is there (true) or not (false) when a change is through. */
    private static final class Outcome extends RDFChangesBase {
        private final Map<Quad, Boolean> outcome;

        Outcome(Map<Quad, Boolean> outcome) {
            this.outcome = outcome;
        }

        @Override
        public void add(Node g, Node s, Node p, Node o) {
            outcome.put(quad(g, s, p, o), true);
        }

        @Override
        public void delete(Node g, Node s, Node p, Node o) {
            outcome.put(quad(g, s, p, o), false);
        }

        private static Quad quad(Node g, Node s, Node p, Node o) {
            return Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o);
        }
    }

    /** Writes the transaction that is under way. A transaction that changes nothing leaves nothing. */
    private final class Recorder extends RDFChangesBase {
        private PatchFile patch;

        @Override
        public void add(Node g, Node s, Node p, Node o) {
            patch().write(changes -> changes.add(g, s, p, o));
        }

        @Override
        public void delete(Node g, Node s, Node p, Node o) {
            patch().write(changes -> changes.delete(g, s, p, o));
        }

        @Override
        public void txnCommit() {
            if (patch == null) {
                return;
            }
            PatchFile done = patch;
            patch = null;
            try {
                done.write(RDFChanges::txnCommit);
                done.finish();
                files.settle(last + 1);
                settled = true;
            } catch (IOException e) {
                throw new UncheckedIOException("the log of changes can't be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void txnAbort() {
            if (patch != null) {
                PatchFile given = patch;
                patch = null;
                try {
                    given.abandon();
                    Files.deleteIfExists(files.underway());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private PatchFile patch() {
            if (patch == null) {
                if (unsure) {
                    reconcile();
                }
                try {
                    patch = new PatchFile(files.underway(), writer);
                } catch (IOException e) {
                    throw new UncheckedIOException("the log of changes can't be written: " + e.getMessage(), e);
                }
                long number = last + 1;
                patch.write(RDFChanges::start);
                patch.write(changes -> changes.header("id", name(number)));
                if (number > 1) {
                    patch.write(changes -> changes.header("prev", name(number - 1)));
                }
                patch.write(RDFChanges::txnBegin);
            }
            return patch;
        }
    }
}
