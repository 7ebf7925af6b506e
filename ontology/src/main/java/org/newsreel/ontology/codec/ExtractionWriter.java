package org.newsreel.ontology.codec;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.newsreel.ontology.claim.ExtractionDocument;

/** Writes extraction documents as JSON Lines in UTF-8. Each document is flushed, so that a killed run keeps whole lines. */
public final class ExtractionWriter implements Closeable {
    private final Writer out;

    public ExtractionWriter(Path file, OpenOption... options) throws IOException {
        this(Files.newOutputStream(file, options));
    }

    public ExtractionWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Appends one line. */
    public void write(ExtractionDocument document) throws IOException {
        out.write(ExtractionJson.write(document));
        out.write('\n');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
