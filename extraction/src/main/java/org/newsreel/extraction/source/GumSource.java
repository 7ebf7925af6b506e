package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GUM (Zeldes 2017): a WebAnno TSV 3.2 file a document, alone or as a directory of them, in the order of their names. A
 * file that can't be used is reported, and the next one follows.
 */
final class GumSource extends CorpusSource {
    private static final String EXTENSION = ".tsv";

    private final Path path;
    private Deque<Path> waiting;
    private Path file;

    GumSource(Path path) {
        super(path);
        this.path = path;
        this.file = path;
    }

    @Override
    Optional<GoldDocument> read() throws IOException, UnreadableItemException {
        if (waiting == null) {
            waiting = new ArrayDeque<>(files());
        }
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        file = waiting.remove();
        WebAnnoDocument document = new WebAnnoDocument();
        try (CorpusLines lines = CorpusLines.open(file)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                document.add(line.get(), lines.number());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(Reason.of(e), e);
        }
        String name = file.getFileName().toString();
        return Optional.of(
                document.gold(name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name));
    }

    private List<Path> files() throws IOException, UnreadableItemException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(entry -> entry.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UnreadableItemException("The directory " + path + " has no " + EXTENSION + " files.");
            }
            return files;
        }
    }

    @Override
    Path file() {
        return file;
    }

    @Override
    String place() {
        return "The file " + file;
    }

    @Override
    void release() {
        // Every file is closed as soon as it is read.
    }
}
