package org.newsreel.kg.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.exchange.SortedLines;
import org.newsreel.kg.identity.Iris;

/**
 * One push of a dataset into another store. Named graphs that the target does not have, or has otherwise, are replaced
 * whole; those that are gone here are dropped there; merged facts are added and deleted one by one. Updates carry whole
 * graphs where they fit, so that a target that runs an update atomically never shows half an item. Other graphs and facts
 * of the target are left alone. Not thread safe.
 */
public final class Push {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PushTarget target;
    private final Consumer<String> progress;
    private final Duration pause;

    /** @param progress is told what happens, one line at a time */
    public Push(PushTarget target, Consumer<String> progress) {
        this(target, progress, PAUSE);
    }

    Push(PushTarget target, Consumer<String> progress, Duration pause) {
        this.target = target;
        this.progress = progress;
        this.pause = pause;
    }

    /** A dataset that can be sent: triples are the default graph's. In {@code CanonicalOrder}. */
    @FunctionalInterface
    public interface Source {
        void send(StreamRDF to);
    }

    /**
     * Sends what the target lacks and takes back what it should not have any more.
     *
     * @param store directory of the store, where the log is kept
     * @param mapping what the data went through, empty for none; pushes through different mappings know nothing of each
     *     other
     * @throws PushException when the target refuses or does not answer; what it took is remembered
     * @throws IllegalArgumentException when merged facts have blank nodes, which can't be taken back
     */
    public PushReport run(Source source, Path store, String mapping) throws IOException {
        try (PushLog log = PushLog.open(store, target, mapping);
                UpdateClient client = new UpdateClient(target, pause, progress);
                SortedLines facts = new SortedLines()) {
            Graphs graphs = new Graphs(log, client, facts);
            source.send(graphs);
            graphs.finish();
            long[] changed = facts(log, client, facts);
            return new PushReport(graphs.sent, graphs.unchanged, graphs.removed, changed[0], changed[1]);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Compares the facts here with those that may be there, both sorted. */
    private long[] facts(PushLog log, UpdateClient client, SortedLines now) throws IOException {
        long[] changed = new long[2];
        try (SortedLines before = log.facts()) {
            log.beginFacts(now);
            UpdateBatch insert = new UpdateBatch(client, "INSERT DATA", target.graph());
            UpdateBatch delete = new UpdateBatch(client, "DELETE DATA", target.graph());
            Iterator<String> here = now.iterator();
            Iterator<String> there = before.iterator();
            String h = next(here);
            String t = next(there);
            while (h != null || t != null) {
                int order = h == null ? 1 : t == null ? -1 : h.compareTo(t);
                if (order < 0) {
                    insert.add(h);
                    changed[0]++;
                } else if (order > 0) {
                    delete.add(t);
                    changed[1]++;
                }
                if (order <= 0) {
                    h = next(here);
                }
                if (order >= 0) {
                    t = next(there);
                }
            }
            delete.flush();
            insert.flush();
            log.factsDone();
        }
        return changed;
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : null;
    }

    /** Takes the dataset as it comes; sends graphs in batches and keeps the facts for later. */
    private static final class Graphs extends StreamRDFBase {
        private final PushLog log;
        private final GraphBatch batch;
        private final UpdateClient client;
        private final SortedLines facts;
        private final Map<String, String> there;
        private final Set<String> seen = new HashSet<>();
        private final List<String> triples = new ArrayList<>();
        private String name;
        int sent;
        int unchanged;
        int removed;

        Graphs(PushLog log, UpdateClient client, SortedLines facts) {
            this.log = log;
            this.client = client;
            this.batch = new GraphBatch(log, client);
            this.facts = facts;
            this.there = log.digests();
        }

        @Override
        public void triple(Triple triple) {
            if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
                throw new IllegalArgumentException("a merged fact has a blank node (" + triple
                        + "), which could never be taken back: give it an IRI, or construct it in a named graph");
            }
            facts.add(NQuadLines.line(new Quad(Quad.defaultGraphIRI, triple)));
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.getGraph().isURI()) {
                throw new IllegalArgumentException("a graph has no IRI, so it can't be replaced: name it");
            }
            String graph = quad.getGraph().getURI();
            if (graph.equals(Iris.NAME_GRAPH)) {
                // The index by which this store finds who may be whom says nothing to others.
                return;
            }
            if (!graph.equals(name)) {
                endGraph();
                name = graph;
            }
            triples.add(NQuadLines.line(new Quad(Quad.defaultGraphIRI, quad.asTriple())));
        }

        @Override
        public void finish() {
            endGraph();
            batch.flush();
            List<String> vanished = there.keySet().stream()
                    .filter(graph -> !seen.contains(graph))
                    .sorted()
                    .toList();
            for (int from = 0; from < vanished.size(); from += 100) {
                List<String> some = vanished.subList(from, Math.min(vanished.size(), from + 100));
                client.update(some.stream()
                        .map(graph -> "DROP SILENT GRAPH <" + graph + ">")
                        .collect(java.util.stream.Collectors.joining(" ;\n")));
                try {
                    log.gone(some);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            removed = vanished.size();
        }

        private void endGraph() {
            if (name == null) {
                return;
            }
            seen.add(name);
            String digest = PushLog.digest(String.join("\n", triples));
            if (digest.equals(there.get(name))) {
                unchanged++;
            } else {
                batch.add(name, digest, triples);
                sent++;
            }
            triples.clear();
            name = null;
        }
    }
}
