package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A corpus with one document a line. Empty lines are no documents. */
abstract class LineSource extends CorpusSource {
    private final Path file;
    private CorpusLines lines;
    private int number = -1;

    LineSource(Path file) {
        super(file);
        this.file = file;
    }

    /**
     * Turns one line into a document.
     *
     * @param id what the document is to be called if it has no name of its own
     * @throws IllegalArgumentException saying what is wrong with it
     */
    abstract GoldDocument convert(String line, String id);

    @Override
    Optional<GoldDocument> read() throws IOException {
        if (lines == null) {
            lines = CorpusLines.open(file);
        }
        while (true) {
            Optional<String> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (!line.get().isBlank()) {
                number++;
                return Optional.of(convert(line.get(), "document-" + number));
            }
        }
    }

    @Override
    String place() {
        return "Line " + lines.number() + " of " + file;
    }

    @Override
    void release() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
