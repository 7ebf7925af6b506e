package org.newsreel.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.exchange.NQuadLines;

/** Item graphs and parts of the whole graph as files, on the executors' side. */
final class GraphFiles {
    private GraphFiles() {}

    /** The quads of an item's checkpoint. */
    static List<Quad> read(String out, String item) {
        List<Quad> quads = new ArrayList<>();
        RDFParser.source(new Checkpoints(Path.of(out)).graph(item))
                .lang(Lang.NQUADS)
                .parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        quads.add(quad);
                    }
                });
        return quads;
    }

    static Iterator<String> lines(Collection<Quad> quads) {
        return quads.stream().map(NQuadLines::line).iterator();
    }

    /** An item's own lines, and those it adds to what all share. */
    static Iterator<String> merged(String out, String item, Map<String, String> representatives, Bounds bounds) {
        List<Quad> quads = read(out, item);
        List<Quad> all = new ArrayList<>(quads);
        all.addAll(bounds.merge().merge(quads, representatives));
        return lines(all);
    }

    /**
     * Writes a sorted part, each line once.
     *
     * @return the file
     */
    static Path write(Path directory, int part, Iterator<String> lines) {
        // Two executors may write one part at once.
        Path own = directory.resolve(part + "." + UUID.randomUUID() + ".part");
        Path file = directory.resolve(part + ".nq");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(own)) {
                String before = "";
                while (lines.hasNext()) {
                    String line = lines.next();
                    if (!line.equals(before)) {
                        writer.write(line);
                        writer.write('\n');
                    }
                    before = line;
                }
            }
            Files.move(own, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
