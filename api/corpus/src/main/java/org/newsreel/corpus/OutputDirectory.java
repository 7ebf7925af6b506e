package org.newsreel.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.newsreel.api.cli.CommandFailure;
import org.newsreel.kg.exchange.AtomicFile;

/**
 * The driver's side of the output: one driver at a time, one set of models a directory, and at the end the files for
 * others. {@code _SUCCESS} is there exactly when these belong to a run that came to its end.
 */
final class OutputDirectory implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SETTINGS = "settings.json";
    private static final String SUCCESS = "_SUCCESS";
    private static final String GRAPH = "graph.nq";

    private final Path out;
    private final FileChannel lockFile;
    private final Checkpoints checkpoints;

    private OutputDirectory(Path out, FileChannel lockFile) {
        this.out = out;
        this.lockFile = lockFile;
        this.checkpoints = new Checkpoints(out);
    }

    static OutputDirectory open(Path out, Settings settings) throws IOException {
        Files.createDirectories(out);
        FileChannel channel =
                FileChannel.open(out.resolve("driver.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                throw CommandFailure.couldNotStart(
                        "another run writes to " + out + ": wait for its end, or name another directory with --out.",
                        null);
            }
            check(out, settings);
            Files.deleteIfExists(out.resolve(SUCCESS));
            // It would be another run's.
            Files.deleteIfExists(out.resolve(GRAPH));
            deleteTree(out.resolve("merging"));
            deleteTree(out.resolve("begun"));
            return new OutputDirectory(out, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void check(Path out, Settings settings) throws IOException {
        Path file = out.resolve(SETTINGS);
        if (!Files.exists(file)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.anyMatch(path -> !path.getFileName().toString().equals("driver.lock"))) {
                    throw CommandFailure.wrongCall(out
                            + " holds something else: name an empty directory with --out, or one of an earlier run.");
                }
            }
            Checkpoints.whole(file, JSON.createObjectNode().put("extraction", settings.fingerprint()) + "\n");
            return;
        }
        JsonNode known = JSON.readTree(file.toFile());
        String before = known.path("extraction").asText();
        if (!before.equals(settings.fingerprint())) {
            throw CommandFailure.wrongCall(out + " holds documents that were extracted with " + before
                    + ": run with the same, or name another directory with --out.");
        }
    }

    /** Writes parts of a file into a directory, and names them in their order. */
    @FunctionalInterface
    interface Parts {
        List<Path> write(Path directory) throws IOException;
    }

    /** Makes the whole graph's file of its parts. */
    void graph(Parts content) throws IOException {
        Path parts = out.toAbsolutePath().normalize().resolve("merging");
        deleteTree(parts);
        Files.createDirectories(parts);
        List<Path> written = content.write(parts);
        AtomicFile.write(out.resolve(GRAPH), to -> {
            for (Path part : written) {
                Files.copy(part, to);
            }
        });
        deleteTree(parts);
    }

    /** Puts the items' documents into one file, in the order of the input, and their graphs into another. */
    void finish(List<ItemOutcome> items, Gathering gathering) throws IOException {
        AtomicFile.write(out.resolve("documents.jsonl"), to -> {
            for (ItemOutcome item : items) {
                Files.copy(checkpoints.document(item.checkpoint()), to);
            }
        });
        AtomicFile.write(out.resolve("items.nq"), to -> {
            for (ItemOutcome item : items) {
                Files.copy(checkpoints.graph(item.checkpoint()), to);
            }
        });
        deleteTree(out.resolve("begun"));
        ObjectNode counts = JSON.createObjectNode()
                .put("items", items.size())
                .put("extracted", gathering.extracted())
                .put("kept", gathering.kept())
                .put("failed", gathering.failures());
        Checkpoints.whole(out.resolve(SUCCESS), counts + "\n");
    }

    private static void deleteTree(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
