package org.newsreel.extraction.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines of a file, one at a time, so that a corpus of any length takes the memory of its longest line. Lines end with
 * a line feed; a carriage return before it and a byte order mark at the beginning are dropped. For one thread.
 */
final class CorpusLines implements AutoCloseable {
    /** No corpus has such lines; without a limit, a file of zeros would fill the memory. */
    private static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number;

    private CorpusLines(InputStream in) {
        this.in = in;
    }

    static CorpusLines open(Path file) throws IOException {
        return new CorpusLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** The number of the line that {@link #next()} read last, from 1. */
    int number() {
        return number;
    }

    /**
     * The next line; nothing at the end of the file.
     *
     * @throws IllegalArgumentException when the line is not UTF-8 or too long; the lines after it can still be read
     */
    Optional<String> next() throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        number++;
        boolean tooLong = false;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            tooLong |= line.size() == LONGEST;
            if (!tooLong) {
                line.write(read);
            }
        }
        if (tooLong) {
            throw new IllegalArgumentException("line " + number + " has more than " + (LONGEST >> 20) + " MB");
        }
        String content = Text.decode(line.toByteArray(), StandardCharsets.UTF_8)
                .orElseThrow(() -> new IllegalArgumentException("line " + number + " is not UTF-8"));
        if (number == 1 && content.startsWith("\uFEFF")) {
            content = content.substring(1);
        }
        return Optional.of(content.endsWith("\r") ? content.substring(0, content.length() - 1) : content);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
