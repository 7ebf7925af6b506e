package org.newsreel.kg.federation;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The default graph of a SPARQL endpoint, asked one triple pattern at a time. As FedX does (Schwarte et al. 2011), it asks
 * once whether the endpoint has a property at all and never again for one that it lacks; answers are kept for the time of
 * one query. Blank nodes of the endpoint have no name here, so patterns with them find nothing. Not thread safe.
 */
final class RemoteGraph extends GraphBase {
    private static final int KEPT = 2000;
    private static final long SECONDS = 60;

    private final URI endpoint;
    private final HttpClient client;
    private final Map<Node, Boolean> properties = new HashMap<>();
    private final Map<Triple, List<Triple>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Triple, List<Triple>> eldest) {
            return size() > KEPT;
        }
    };
    private int requests;

    RemoteGraph(URI endpoint, HttpClient client) {
        this.endpoint = endpoint;
        this.client = client;
    }

    /** How many requests were made. */
    int requests() {
        return requests;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        if (pattern.getSubject().isBlank()
                || pattern.getSubject().isLiteral()
                || pattern.getObject().isBlank()
                || !has(pattern.getPredicate())) {
            return WrappedIterator.emptyIterator();
        }
        List<Triple> found = answers.get(pattern);
        if (found == null) {
            found = ask(pattern);
            answers.put(pattern, found);
        }
        return WrappedIterator.create(found.iterator());
    }

    private boolean has(Node property) {
        return !property.isConcrete()
                || properties.computeIfAbsent(property, p -> {
                    Query query = QueryFactory.make();
                    query.setQueryAskType();
                    query.setQueryPattern(group(Triple.create(Var.alloc("s"), p, Var.alloc("o"))));
                    try (QueryExec execution = execution(query)) {
                        return execution.ask();
                    } catch (RuntimeException e) {
                        throw failed(e);
                    }
                });
    }

    private List<Triple> ask(Triple pattern) {
        Triple named = Triple.create(
                variable(pattern.getSubject(), "s"),
                variable(pattern.getPredicate(), "p"),
                variable(pattern.getObject(), "o"));
        Query query = QueryFactory.make();
        query.setQueryConstructType();
        query.setConstructTemplate(new org.apache.jena.sparql.syntax.Template(
                org.apache.jena.sparql.core.BasicPattern.wrap(List.of(named))));
        query.setQueryPattern(group(named));
        try (QueryExec execution = execution(query)) {
            Iterator<Triple> triples = execution.constructTriples();
            java.util.ArrayList<Triple> found = new java.util.ArrayList<>();
            triples.forEachRemaining(found::add);
            return List.copyOf(found);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private QueryExec execution(Query query) {
        requests++;
        return QueryExecHTTPBuilder.create()
                .endpoint(endpoint.toString())
                .httpClient(client)
                .query(query)
                .timeout(SECONDS, TimeUnit.SECONDS)
                .build();
    }

    private IllegalStateException failed(RuntimeException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new IllegalStateException(
                endpoint + " did not answer (" + reason.lines().findFirst().orElse("")
                        + "): leave it out, or ask later",
                e);
    }

    private static Node variable(Node node, String name) {
        return node.isConcrete() ? node : Var.alloc(name);
    }

    private static ElementGroup group(Triple pattern) {
        ElementGroup group = new ElementGroup();
        group.addTriplePattern(pattern);
        return group;
    }
}
