package org.newsreel.kg.changes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;

/**
 * One transaction's changes as compressed RDF Patch, written in their order by another thread while the transaction goes
 * on: text and compression take a quarter of what writing a graph takes. One thread at a time may use it.
 */
final class PatchFile {
    /** Changes that are handed over together. */
    private static final int PORTION = 2_000;
    /** The caller waits when so many portions are unwritten. */
    private static final int AHEAD = 50;

    private final OutputStream out;
    private final RDFChanges patch;
    private final Executor writer;
    private List<Consumer<RDFChanges>> portion = new ArrayList<>(PORTION);
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private int ahead;

    /**
     * Begins a file, in place of what is there.
     *
     * @param writer one thread, or tasks in the order in which they come
     */
    PatchFile(Path file, Executor writer) throws IOException {
        this.writer = writer;
        this.out = new FastGzip(Files.newOutputStream(file));
        this.patch = RDFPatchOps.textWriter(out);
    }

    /** The next change. */
    void write(Consumer<RDFChanges> change) {
        portion.add(change);
        if (portion.size() == PORTION) {
            handOver();
            if (++ahead == AHEAD) {
                join();
                ahead = 0;
            }
        }
    }

    private void handOver() {
        List<Consumer<RDFChanges>> full = portion;
        portion = new ArrayList<>(PORTION);
        written = CompletableFuture.allOf(
                written, CompletableFuture.runAsync(() -> full.forEach(change -> change.accept(patch)), writer));
    }

    /**
     * Returns when everything is in the file, which is not yet forced to the disk.
     *
     * @throws IOException when something could not be written
     */
    void finish() throws IOException {
        try {
            handOver();
            join();
            patch.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            out.close();
        }
    }

    /** Stops writing; the file holds any part of what there was. */
    void abandon() throws IOException {
        try {
            join();
        } catch (RuntimeException e) {
            // It is thrown away anyhow.
        } finally {
            out.close();
        }
    }

    private void join() {
        try {
            written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Level 1 takes a third of the usual level's time, for files half as large again. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
