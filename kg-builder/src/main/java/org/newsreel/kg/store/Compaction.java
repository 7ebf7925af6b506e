package org.newsreel.kg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
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
    /** A quad of an item graph in a compacted store, nodes and all six indexes, measured at a million. */
    private static final double USUAL_BYTES = 400;
    /** Sizes are looked at again when the store has grown by this share since the last look. */
    private static final double STEP = 1.1;

    private final DatasetGraph graphs;
    private final Path directory;
    private double bytesPerQuad = USUAL_BYTES;
    private long lastSize;

    Compaction(DatasetGraph graphs, Path directory) {
        this.graphs = graphs;
        this.directory = directory;
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

    /** Compacts. Readers go on; the caller sees to it that nobody writes. */
    synchronized void run() throws IOException {
        long before = size();
        long begin = System.nanoTime();
        DatabaseMgr.compact(graphs, true);
        lastSize = size();
        long quads = count();
        if (lastSize > SMALL) {
            bytesPerQuad = (double) lastSize / quads;
        }
        LOG.info(
                "store compacted: quads={} bytesBefore={} bytesAfter={} ms={}",
                quads,
                before,
                lastSize,
                (System.nanoTime() - begin) / 1_000_000);
    }

    private long count() {
        return Txn.calculateRead(graphs, () -> graphs.stream().count());
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
