package org.newsreel.kg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.newsreel.kg.changes.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a store has grown too large for what is in it. TDB2 writes blocks anew and never reuses them, so that many small
 * transactions leave several times what the quads need; copying the database takes that back while readers go on.
 */
final class Compaction {
    /** How large a store may become in terms of its compacted size. */
    static final double FACTOR = 1.5;

    /** Below this nothing is gained: TDB2 reserves 8 MB for each of its files. */
    static final long SMALL = 320L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    /**
     * A quad of an item graph, nodes and all six indexes, in a store that TDB2 compacted itself, measured at a million. Ours
     * are packed tighter at first, and loosen as soon as something is added.
     */
    private static final double USUAL_BYTES = 400;
    /** Sizes are looked at again when the store has grown by this share since the last look. */
    private static final double STEP = 1.1;

    private final Generations graphs;
    private final Path directory;
    private final ChangeLog changes;
    private final BooleanSupplier closing;
    private double bytesPerQuad = USUAL_BYTES;
    private long lastSize;

    Compaction(Generations graphs, Path directory, ChangeLog changes, BooleanSupplier closing) {
        this.graphs = graphs;
        this.directory = directory;
        this.changes = changes;
        this.closing = closing;
    }

    /** Whether the database should be compacted now. Counts quads, but only when its files have grown. */
    synchronized boolean isDue() throws IOException {
        long size = size();
        if (size < SMALL || size < STEP * lastSize) {
            return false;
        }
        lastSize = size;
        return isDue(size, count(), bytesPerQuad);
    }

    static boolean isDue(long bytes, long quads, double bytesPerQuad) {
        return bytes > Math.max(SMALL, FACTOR * quads * bytesPerQuad);
    }

    /** Compacts. Readers and writers go on, but no change may be dropped from the log meanwhile. */
    synchronized void run() throws IOException {
        long before = size();
        long begin = System.nanoTime();
        graphs.compact(changes, closing);
        lastSize = size();
        long quads = count();
        if (lastSize > SMALL) {
            bytesPerQuad = Math.max(USUAL_BYTES, (double) lastSize / quads);
        }
        LOG.info(
                "store compacted: quads={} bytesBefore={} bytesAfter={} ms={}",
                quads,
                before,
                lastSize,
                (System.nanoTime() - begin) / 1_000_000);
    }

    /** Something that must not happen while the database is compacted. */
    synchronized void between(Step work) throws IOException {
        work.run();
    }

    /** May fail as files do. */
    interface Step {
        void run() throws IOException;
    }

    private long count() {
        return Txn.calculateRead(graphs, () -> {
            DatasetGraphTDB database = graphs.database();
            return database.getTripleTable().getNodeTupleTable().size()
                    + database.getQuadTable().getNodeTupleTable().size();
        });
    }

    /** Bytes of all files of the database. */
    long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    size += Files.size(file);
                } catch (NoSuchFileException gone) {
                    // A journal, or what a compaction has replaced.
                }
            }
        } catch (java.io.UncheckedIOException gone) {
            return size;
        }
        return size;
    }
}
