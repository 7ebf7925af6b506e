package org.newsreel.kg.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Canonical N-Quads: takes quads in any order and writes them at the end. */
final class NQuadStream extends StreamRDFBase {
    private final Writer out;
    private final SortedLines lines = new SortedLines();

    NQuadStream(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void triple(Triple triple) {
        lines.add(NQuadLines.line(new Quad(Quad.defaultGraphIRI, triple)));
    }

    @Override
    public void quad(Quad quad) {
        lines.add(NQuadLines.line(quad));
    }

    @Override
    public void finish() {
        try (lines) {
            lines.forEach(line -> {
                try {
                    out.write(line);
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
