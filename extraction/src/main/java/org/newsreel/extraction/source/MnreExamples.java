package org.newsreel.extraction.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The examples of an MNRE file in its order, one at a time. Lines that can't be used are passed over and named in
 * {@link #failures()}; empty lines are no examples. For one thread.
 */
public final class MnreExamples implements Iterator<MnreExample>, AutoCloseable {
    private final Path file;
    private final CorpusLines lines;
    private final List<String> failures = new ArrayList<>();
    private Optional<MnreExample> pending = Optional.empty();
    private boolean ended;

    private MnreExamples(Path file, CorpusLines lines) {
        this.file = file;
        this.lines = lines;
    }

    /** @throws IOException when the file is not there or can't be read */
    public static MnreExamples open(Path file) throws IOException {
        return new MnreExamples(file, CorpusLines.open(file));
    }

    /** @throws UncheckedIOException with a sentence when the file can't be read any further */
    @Override
    public boolean hasNext() {
        while (pending.isEmpty() && !ended) {
            try {
                Optional<String> line = lines.next();
                ended = line.isEmpty();
                pending = line.filter(content -> !content.isBlank()).map(MnreExample::parse);
            } catch (IllegalArgumentException e) {
                failures.add("Line " + lines.number() + " of " + file + " can't be used: " + e.getMessage() + ".");
            } catch (IOException e) {
                ended = true;
                throw new UncheckedIOException("The file " + file + " can't be read: " + Reason.of(e) + ".", e);
            }
        }
        return pending.isPresent();
    }

    @Override
    public MnreExample next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file + " has no more examples");
        }
        MnreExample example = pending.orElseThrow();
        pending = Optional.empty();
        return example;
    }

    /** One sentence for every line passed over so far. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be closed.", e);
        }
    }
}
