package org.newsreel.ontology.codec;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.ontology.claim.ExtractionDocument;

/**
 * Reads extraction documents from a JSON Lines file, one at a time; memory holds one document. Blank lines are passed
 * over. A bad line does not end the reading: {@link #next()} throws for it, and the next call goes on behind it. Not
 * thread safe.
 */
public final class ExtractionReader implements Closeable {
    private final Path file;
    private final BufferedReader lines;
    private long line;

    public ExtractionReader(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /** The number of the line last read, from 1. */
    public long line() {
        return line;
    }

    /**
     * The next document, or empty at the end of the file.
     *
     * @throws IllegalArgumentException when the line is no valid document; the message begins with file and line
     * @throws IOException when the file can't be read on, also when it is not UTF-8
     */
    public Optional<ExtractionDocument> next() throws IOException {
        String text;
        do {
            try {
                text = lines.readLine();
            } catch (CharacterCodingException e) {
                throw new IOException(file + " is not UTF-8 after line " + line + ": save it as UTF-8", e);
            }
            line++;
        } while (text != null && text.isBlank());
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExtractionJson.read(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + line + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
