package org.newsreel.kg.push;

import java.net.URI;
import java.util.Optional;

/** Triples that are added to one graph, or deleted from it, many in one update request. */
final class UpdateBatch {
    private final UpdateClient client;
    private final String operation;
    private final Optional<URI> graph;
    private final StringBuilder triples = new StringBuilder();

    /** @param operation {@code INSERT DATA} or {@code DELETE DATA} */
    UpdateBatch(UpdateClient client, String operation, Optional<URI> graph) {
        this.client = client;
        this.operation = operation;
        this.graph = graph;
    }

    void add(String triple) {
        if (triples.length() + triple.length() > GraphBatch.LONGEST) {
            flush();
        }
        triples.append(triple).append('\n');
    }

    void flush() {
        if (!triples.isEmpty()) {
            String body = graph.map(name -> "GRAPH <" + name + "> {\n" + triples + "}")
                    .orElseGet(triples::toString);
            client.update(operation + " {\n" + body + "}");
            triples.setLength(0);
        }
    }
}
