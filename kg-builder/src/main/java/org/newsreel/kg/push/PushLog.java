package org.newsreel.kg.push;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.newsreel.kg.exchange.AtomicFile;
import org.newsreel.kg.exchange.SortedLines;

/**
 * What one target has, as far as it told: a directory {@code push/…} in the store's. {@code graphs} is appended to, one
 * line an event: {@code begin DIGEST IRI} before a graph is sent, {@code done DIGEST IRI} and {@code gone IRI} when the
 * other side said yes; the last event of a graph counts. {@code facts.nt.gz} holds the facts that are there, and
 * {@code facts-begun.nt.gz} those that an interrupted push may have sent. So whatever may be on the other side is known
 * here, and can be taken back. Not thread safe.
 */
final class PushLog implements Closeable {
    /** Of a graph that may be there, whole, in part or not at all. */
    static final String UNSURE = "?";

    private final Path directory;
    private final Path graphs;
    private final Map<String, String> digests = new LinkedHashMap<>();
    private final FileChannel events;

    private PushLog(Path directory) throws IOException {
        this.directory = directory;
        this.graphs = directory.resolve("graphs");
        Files.createDirectories(directory);
        if (Files.exists(graphs)) {
            read();
        }
        compact();
        events = FileChannel.open(graphs, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** The log of a target in a store's directory; a mapping or another graph for the facts makes it another target. */
    static PushLog open(Path store, PushTarget target, String mapping) throws IOException {
        String key = target.update() + "\n" + mapping + "\n"
                + target.graph().map(Object::toString).orElse("");
        Path directory = store.resolve("push").resolve(digest(key).substring(0, 16));
        PushLog log = new PushLog(directory);
        AtomicFile.write(
                directory.resolve("target"),
                out -> out.write((target.update() + " " + mapping + "\n").getBytes(StandardCharsets.UTF_8)));
        return log;
    }

    /** Digests of the graphs that are there, {@link #UNSURE} included, by IRI. */
    Map<String, String> digests() {
        return Map.copyOf(digests);
    }

    void begin(Map<String, String> sending) throws IOException {
        StringBuilder lines = new StringBuilder();
        sending.forEach((graph, digest) -> {
            lines.append("begin ").append(digest).append(' ').append(graph).append('\n');
            digests.put(graph, UNSURE);
        });
        append(lines);
    }

    void done(Map<String, String> sent) throws IOException {
        StringBuilder lines = new StringBuilder();
        sent.forEach((graph, digest) -> {
            lines.append("done ").append(digest).append(' ').append(graph).append('\n');
            digests.put(graph, digest);
        });
        append(lines);
    }

    void gone(Collection<String> removed) throws IOException {
        StringBuilder lines = new StringBuilder();
        removed.forEach(graph -> {
            lines.append("gone ").append(graph).append('\n');
            digests.remove(graph);
        });
        append(lines);
    }

    /** The facts that may be there, sorted, as N-Triples lines. */
    SortedLines facts() throws IOException {
        SortedLines lines = new SortedLines();
        for (Path file : new Path[] {sent(), begun()}) {
            if (Files.exists(file)) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                }
            }
        }
        return lines;
    }

    /** To be called before the first fact is sent. Facts that an earlier push may have sent stay known. */
    void beginFacts(SortedLines sending) throws IOException {
        if (Files.exists(begun())) {
            SortedLines earlier = facts();
            try (earlier) {
                writeLines(sent(), earlier);
            }
        }
        writeLines(begun(), sending);
    }

    void factsDone() throws IOException {
        Files.move(begun(), sent(), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeLines(Path file, SortedLines lines) throws IOException {
        AtomicFile.write(file, out -> lines.forEach(line -> write(out, line)));
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path begun() {
        return directory.resolve("facts-begun.nt.gz");
    }

    private Path sent() {
        return directory.resolve("facts.nt.gz");
    }

    private void read() throws IOException {
        try (Stream<String> lines = Files.lines(graphs, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                String[] words = line.split(" ");
                if (words.length == 3 && words[0].equals("begin")) {
                    digests.put(words[2], UNSURE);
                } else if (words.length == 3 && words[0].equals("done")) {
                    digests.put(words[2], words[1]);
                } else if (words.length == 2 && words[0].equals("gone")) {
                    digests.remove(words[1]);
                }
                // What else there may be is the line that a kill cut in two: its event did not happen.
            });
        }
    }

    /** Leaves one line a graph. */
    private void compact() throws IOException {
        AtomicFile.write(
                graphs,
                out -> digests.forEach((graph, digest) ->
                        write(out, (digest.equals(UNSURE) ? "begin " : "done ") + digest + " " + graph)));
    }

    private void append(StringBuilder lines) throws IOException {
        if (!lines.isEmpty()) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                events.write(bytes);
            }
            events.force(false);
        }
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
