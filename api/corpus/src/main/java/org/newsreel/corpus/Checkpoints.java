package org.newsreel.corpus;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionJson;

/**
 * The directory that executors write to. {@code items/ab/HASH.json} is an item's document and {@code .nq} beside it its
 * graph; the document is written last, so that where it is, the item is done. Every file appears whole or not at all and
 * is on disk when its writer returns; two executors may write the same item at once. {@code begun/RUN/HASH.N} stands while
 * an item is worked on for the N-th time.
 */
final class Checkpoints {
    private static final String ITEMS = "items";

    private final Path out;

    Checkpoints(Path out) {
        this.out = out;
    }

    /** Where an item's checkpoint is, without the extension. */
    static String name(WorkUnit unit, String itemId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((unit.key() + "\0" + itemId).getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(hash, 0, 16);
            return ITEMS + "/" + hex.substring(0, 2) + "/" + hex;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Path document(String name) {
        return out.resolve(name + ".json");
    }

    Path graph(String name) {
        return out.resolve(name + ".nq");
    }

    /** The version of an item that is done; empty when none is, or what is there can't be used. */
    Optional<String> version(String name) throws IOException {
        Path file = document(name);
        if (!Files.exists(file) || !Files.exists(graph(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExtractionJson.read(Files.readString(file)).version());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void write(String name, ExtractionDocument document, ItemGraph graph) throws IOException {
        Files.createDirectories(document(name).getParent());
        String quads = graph
                .graph()
                .find()
                .mapWith(triple -> NQuadLines.line(new org.apache.jena.sparql.core.Quad(graph.name(), triple)) + "\n")
                .toList()
                .stream()
                .sorted()
                .collect(Collectors.joining());
        // The old document must not stand beside the new graph, which a kill in between would leave.
        Files.deleteIfExists(document(name));
        whole(graph(name), quads);
        whole(document(name), ExtractionJson.write(document) + "\n");
    }

    /** Writes a file under a name of its own, so that nobody else writes to it, and then gives it its name. */
    static void whole(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Notes that work on an item begins.
     *
     * @return how often it was begun in this run without an end, this time included
     */
    int begin(String run, String name) throws IOException {
        Path begun = Files.createDirectories(out.resolve("begun").resolve(run));
        int count = 1;
        while (Files.exists(mark(begun, name, count))) {
            count++;
        }
        Files.createFile(mark(begun, name, count));
        return count;
    }

    /** Notes that the work came to an end, good or bad, in this very process. */
    void end(String run, String name) throws IOException {
        Path begun = out.resolve("begun").resolve(run);
        for (int count = 1; Files.deleteIfExists(mark(begun, name, count)); count++) {
            // Each time that it was begun.
        }
    }

    private static Path mark(Path begun, String name, int count) {
        return begun.resolve(name.substring(name.lastIndexOf('/') + 1) + "." + count);
    }
}
