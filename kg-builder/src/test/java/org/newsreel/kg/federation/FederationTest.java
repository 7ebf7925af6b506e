package org.newsreel.kg.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionBuilder;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FederationTest {
    private static FusekiServer server;
    private static URI endpoint;

    private final Dataset local = dataset(
            "<http://example.org/ann> <http://example.org/worksFor> <http://example.org/rota> . <http://example.org/bob> <http://example.org/worksFor> <http://example.org/acme> .");
    private final Federation open = new Federation(AllowedHosts.of("127.0.0.1"));

    @BeforeAll
    static void start() {
        server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add(
                        "/ds",
                        dataset(
                                        "<http://example.org/rota> <http://example.org/seat> <http://example.org/brannoch> . <http://example.org/rota> <http://example.org/size> 12 .")
                                .asDatasetGraph())
                .build()
                .start();
        endpoint = URI.create("http://127.0.0.1:" + server.getPort() + "/ds");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void joinsFactsOfBothSides() {
        Dataset both = open.with(local, List.of(endpoint));

        assertThat(answers(
                        both,
                        null,
                        "SELECT ?x { ?p <http://example.org/worksFor> ?o . ?o <http://example.org/seat> ?x }"))
                .containsExactly("http://example.org/brannoch");
        assertThat(
                        answers(
                                both,
                                null,
                                "SELECT ?x { ?o <http://example.org/size> ?n FILTER(?n > 10) ?x <http://example.org/worksFor> ?o }"))
                .containsExactly("http://example.org/ann");
    }

    @Test
    void countsAFactOnceThatBothHave() {
        Dataset here = dataset("<http://example.org/rota> <http://example.org/seat> <http://example.org/brannoch> .");

        assertThat(answers(open.with(here, List.of(endpoint)), null, "SELECT ?x { ?o <http://example.org/seat> ?x }"))
                .containsExactly("http://example.org/brannoch");
    }

    @Test
    void asksNoMoreForAPropertyThatTheEndpointLacks() {
        RemoteGraph graph = new RemoteGraph(endpoint, HttpClient.newHttpClient());
        for (int i = 0; i < 20; i++) {
            assertThat(graph.find(
                                    NodeFactory.createURI("http://example.org/s" + i),
                                    NodeFactory.createURI("http://example.org/none"),
                                    null)
                            .toList())
                    .isEmpty();
        }
        assertThat(graph.requests()).isEqualTo(1);
        Triple seat = graph.find(null, NodeFactory.createURI("http://example.org/seat"), null)
                .next();
        assertThat(seat.getObject().getURI()).isEqualTo("http://example.org/brannoch");
        graph.find(null, NodeFactory.createURI("http://example.org/seat"), null).toList();
        assertThat(graph.requests()).isEqualTo(3);
    }

    @Test
    void refusesHostsThatAreNotOnTheListInOneSentence() {
        Federation closed = new Federation(AllowedHosts.of("example.org, 127.0.0.1:1"));

        assertThatThrownBy(() -> closed.with(local, List.of(endpoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("127.0.0.1 may not be asked: add it to NEWSREEL_FEDERATION_HOSTS to allow that");
        assertThatThrownBy(() -> answers(
                        local, closed, "SELECT ?x { SERVICE <" + endpoint + "> { ?o <http://example.org/seat> ?x } }"))
                .hasMessageContaining("127.0.0.1 may not be asked");
        assertThatThrownBy(() -> answers(
                        local,
                        closed,
                        "SELECT ?x { VALUES ?e { <" + endpoint
                                + "> } SERVICE ?e { ?o <http://example.org/seat> ?x } }"))
                .hasMessageContaining("127.0.0.1 may not be asked");
    }

    @Test
    void letsServiceReachAllowedHosts() {
        assertThat(answers(
                        local,
                        open,
                        "SELECT ?x { ?p <http://example.org/worksFor> ?o . SERVICE <" + endpoint
                                + "> { ?o <http://example.org/seat> ?x } }"))
                .containsExactly("http://example.org/brannoch");
    }

    @Test
    void followsNoRedirectionToOtherHosts() throws IOException {
        List<String> reached = new ArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpServer sly = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            reached.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        sly.createContext("/", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/ds");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        other.start();
        sly.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + sly.getAddress().getPort() + "/ds");
            assertThatThrownBy(() -> answers(
                            open.with(local, List.of(address)), null, "SELECT ?x { ?o <http://example.org/seat> ?x }"))
                    .hasMessageContaining(address + " did not answer");
            assertThatThrownBy(() -> answers(
                            local, open, "SELECT ?x { SERVICE <" + address + "> { ?o <http://example.org/seat> ?x } }"))
                    .isInstanceOf(RuntimeException.class);
            assertThat(reached).isEmpty();
        } finally {
            other.stop(0);
            sly.stop(0);
        }
    }

    private static List<String> answers(Dataset dataset, Federation guard, String query) {
        QueryExecutionBuilder builder = QueryExecution.dataset(dataset).query(query);
        try (QueryExecution execution = builder.build()) {
            if (guard != null) {
                guard.guard(execution.getContext());
            }
            List<String> found = new ArrayList<>();
            execution
                    .execSelect()
                    .forEachRemaining(row -> found.add(row.get("x").toString()));
            return found;
        }
    }

    private static Dataset dataset(String turtle) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graphs);
        return DatasetFactory.wrap(graphs);
    }
}
