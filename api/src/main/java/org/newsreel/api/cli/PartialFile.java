package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionReader;
import org.newsreel.ontology.codec.ExtractionWriter;

/**
 * A JSON Lines file under way: {@code FILE.part} until {@link #finish()} gives it its name. A killed run leaves whole
 * lines and perhaps half of one; opening it again keeps the whole ones.
 */
final class PartialFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final Map<String, String> versions = new HashMap<>();
    private final ExtractionWriter writer;

    private PartialFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        if (Files.exists(part)) {
            keepWholeLines();
        }
        writer = new ExtractionWriter(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static PartialFile open(Path file) {
        try {
            return new PartialFile(file);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    file + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
    }

    /** Whether an earlier, interrupted run has written this version of the item. */
    boolean has(NewsItem item) {
        return item.version().equals(versions.get(item.id()));
    }

    void write(ExtractionDocument document) throws IOException {
        writer.write(document);
    }

    void finish() throws IOException {
        writer.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void keepWholeLines() throws IOException {
        Path whole = part.resolveSibling(part.getFileName() + ".whole");
        try (ExtractionReader reader = new ExtractionReader(part);
                ExtractionWriter kept = new ExtractionWriter(whole)) {
            for (Optional<ExtractionDocument> next = readWhole(reader); next.isPresent(); next = readWhole(reader)) {
                kept.write(next.get());
                versions.put(next.get().id(), next.get().version());
            }
        }
        Files.move(whole, part, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<ExtractionDocument> readWhole(ExtractionReader reader) {
        try {
            return reader.next();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty(); // the line that the kill cut in two, and the last one
        }
    }
}
