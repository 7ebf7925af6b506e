package org.newsreel.kg.mapping;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.kg.exchange.SortedQuads;

/**
 * A mapping: CONSTRUCT queries over the dataset as {@code /sparql} shows it (merged facts in the default graph, one graph
 * for each item version), whose results together are the dataset in other terms, and shapes that the result conforms to.
 * A query may construct named graphs, as ARQ allows ({@code CONSTRUCT { GRAPH ?g { … } }}). Immutable and thread safe.
 */
public final class Mapping {
    private final String name;
    private final List<Rule> rules;
    private final Optional<Shapes> shapes;

    /**
     * One query.
     *
     * @param file as messages name it
     */
    record Rule(String file, Query query) {}

    Mapping(String name, List<Rule> rules, Optional<Shapes> shapes) {
        this.name = name;
        this.rules = List.copyOf(rules);
        this.shapes = shapes;
    }

    /**
     * A mapping by the name of a ready one, or from a file or directory: {@code *.rq} are its queries in the order of their
     * names, {@code *.ttl} the shapes.
     *
     * @throws IllegalArgumentException in one sentence with file and line, when it can't be read
     */
    public static Mapping load(String nameOrPath) {
        return MappingFiles.load(nameOrPath);
    }

    /** Names of the ready mappings, for messages and help. */
    public static String names() {
        return Arrays.stream(ReadyMapping.values()).map(ReadyMapping::title).collect(Collectors.joining(", "));
    }

    /** The ready mapping's name, or the path. */
    public String name() {
        return name;
    }

    /**
     * The dataset in the mapping's terms. Remote graphs ({@code SERVICE}) are not asked. Where the mapping has shapes,
     * memory holds the whole result while it is held against them; else it may be of any size. Needs a transaction around
     * it; the caller closes the result.
     *
     * @throws IllegalArgumentException in one sentence, when a query fails or the result breaks a shape
     */
    public SortedQuads apply(Dataset dataset) {
        SortedQuads result = new SortedQuads();
        try {
            Graph all = GraphFactory.createDefaultGraph();
            for (Rule rule : rules) {
                run(rule, dataset, quad -> {
                    result.add(quad);
                    if (shapes.isPresent()) {
                        all.add(quad.asTriple());
                    }
                });
            }
            shapes.ifPresent(s -> check(s, all));
            return result;
        } catch (RuntimeException e) {
            result.close();
            throw e;
        }
    }

    private void run(Rule rule, Dataset dataset, java.util.function.Consumer<Quad> to) {
        try (QueryExecution execution = QueryExecution.dataset(dataset)
                .query(rule.query())
                .set(ARQ.httpServiceAllowed, false)
                .build()) {
            if (rule.query().isConstructQuad()) {
                Iterator<Quad> quads = execution.execConstructQuads();
                quads.forEachRemaining(to);
            } else {
                Iterator<Triple> triples = execution.execConstructTriples();
                triples.forEachRemaining(t -> to.accept(new Quad(Quad.defaultGraphNodeGenerated, t)));
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(rule.file() + " fails: " + e.getMessage(), e);
        }
    }

    private void check(Shapes shapes, Graph result) {
        List<String> faults = ShaclValidator.get().validate(shapes, result).getEntries().stream()
                .map(Mapping::fault)
                .distinct()
                .sorted()
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("what mapping " + name + " makes breaks its shapes: " + faults.get(0)
                    + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)"));
        }
    }

    private static String fault(ReportEntry entry) {
        String message = entry.message() == null ? "a shape is broken" : entry.message();
        return message + ", but not " + entry.focusNode() + (entry.value() == null ? "" : " with " + entry.value());
    }
}
