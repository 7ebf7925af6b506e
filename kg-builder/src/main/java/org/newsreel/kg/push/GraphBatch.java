package org.newsreel.kg.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects named graphs and replaces them on the other side, several in one update request. */
final class GraphBatch {
    /** Characters of one update; servers commonly refuse forms of more than 2 MB, and encoding makes text longer. */
    static final int LONGEST = 400_000;

    private final PushLog log;
    private final UpdateClient client;
    private final StringBuilder update = new StringBuilder();
    private final Map<String, String> graphs = new LinkedHashMap<>();

    GraphBatch(PushLog log, UpdateClient client) {
        this.log = log;
        this.client = client;
    }

    void add(String graph, String digest, List<String> triples) {
        int length = triples.stream().mapToInt(line -> line.length() + 1).sum();
        if (update.length() + length > LONGEST) {
            flush();
        }
        graphs.put(graph, digest);
        separate();
        update.append("DROP SILENT GRAPH <").append(graph).append("> ;\n");
        open(graph);
        boolean split = false;
        for (String triple : triples) {
            if (update.length() + triple.length() > LONGEST) {
                // A graph that does not fit into one update: it counts as sent only with its last part.
                close();
                if (!split) {
                    begin();
                    split = true;
                }
                client.update(update.toString());
                update.setLength(0);
                open(graph);
            }
            update.append(triple).append('\n');
        }
        close();
    }

    void flush() {
        if (graphs.isEmpty()) {
            return;
        }
        begin();
        client.update(update.toString());
        try {
            log.done(graphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        graphs.clear();
        update.setLength(0);
    }

    private void begin() {
        try {
            log.begin(graphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void separate() {
        if (!update.isEmpty()) {
            update.append(" ;\n");
        }
    }

    private void open(String graph) {
        update.append("INSERT DATA { GRAPH <").append(graph).append("> {\n");
    }

    private void close() {
        update.append("} }");
    }
}
