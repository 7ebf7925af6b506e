package org.newsreel.api.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

/** What a single query may take from everybody else, and what its client sees when it wants more. */
@Timeout(120)
class LimitsIT {
    /** A hundred million rows. */
    private static final String MANY = "{ " + values("a") + values("b") + values("c") + values("d") + "}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningService strict;
    private static RunningService patient;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        strict = service("strict", "-Dnewsreel.query-timeout=1s", "-Dnewsreel.max-rows=50");
        patient = service(
                "patient",
                "-Dnewsreel.query-timeout=90s",
                "-Dnewsreel.max-rows=300000",
                "-Dnewsreel.queries-at-once=2",
                "-Dnewsreel.query-wait=300ms");
    }

    private static RunningService service(String name, String first, String... more) throws IOException {
        Path store = folder.resolve(name);
        KnowledgeStore.open(store).close();
        String[] options = new String[more.length + 3];
        options[0] = "-Dnewsreel.store=" + store;
        options[1] = "-Dnewsreel.api-key=" + RunningService.KEY;
        options[2] = first;
        System.arraycopy(more, 0, options, 3, more.length);
        return RunningService.start(options);
    }

    @AfterAll
    static void stop() {
        strict.close();
        patient.close();
    }

    @Test
    void anUpdateStopsAtItsTimeAndChangesNothing() throws Exception {
        String update =
                "INSERT DATA { GRAPH <x:slow> { <x:a> <x:b> 1 } } ; INSERT { GRAPH <x:slow> { <x:a> <x:c> ?sum } } WHERE { "
                        + "SELECT (SUM(?a + ?b + ?c + ?d) AS ?sum) WHERE { " + values("a") + values("b") + values("c")
                        + values("d")
                        + "} }";
        HttpResponse<String> answer = send(request(strict, "sparql")
                .header("Content-Type", "application/sparql-update")
                .POST(HttpRequest.BodyPublishers.ofString(update))
                .build());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(send(query(strict, "SELECT ?o { GRAPH <x:slow> { ?s ?p ?o } }"))
                        .body()
                        .strip())
                .isEqualTo("o");
    }

    private static String values(String variable) {
        return "VALUES ?" + variable + " { "
                + IntStream.range(0, 100).mapToObj(Integer::toString).collect(Collectors.joining(" ")) + " } ";
    }

    private static HttpRequest.Builder request(RunningService service, String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path)).header("X-API-Key", RunningService.KEY);
    }

    private static HttpRequest query(RunningService service, String text) {
        return request(service, "sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse<String>> begin(String text) {
        return HTTP.sendAsync(query(patient, text), HttpResponse.BodyHandlers.ofString());
    }

    private static String running() throws Exception {
        return send(request(patient, "api/queries").build()).body();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int count() {
        try {
            return running().split("\"query\"", -1).length - 1;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timeEndsAQueryThatSorts() throws Exception {
        HttpResponse<String> answer = send(query(strict, "SELECT * " + MANY + " ORDER BY DESC(?d) ?a"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("took longer than the service allows");
    }

    @Test
    void timeEndsAQueryThatCounts() throws Exception {
        HttpResponse<String> answer = send(query(strict, "SELECT (COUNT(*) AS ?n) " + MANY));
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void moreRowsThanAllowedAreAnErrorAndNotAShorterResult() throws Exception {
        HttpResponse<String> all = send(query(strict, "SELECT ?a { " + values("a") + "} LIMIT 50"));
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body().lines()).hasSize(51);
        HttpResponse<String> more = send(query(strict, "SELECT ?a { " + values("a") + "} LIMIT 51"));
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(more.body()).contains("add a LIMIT").doesNotContain("\n1");
    }

    @Test
    void aResultThatBreaksOffInTheMiddleNeverLooksComplete() {
        assertThatThrownBy(() -> send(query(patient, "SELECT * " + MANY))).isInstanceOf(IOException.class);
    }

    @Test
    void aResultWithinTheLimitsComesWhole() throws Exception {
        HttpResponse<String> answer = send(query(patient, "SELECT * " + MANY + " LIMIT 300000"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines().count()).isEqualTo(300_001);
    }

    @Test
    void runningQueriesAreListedAndCancelled() throws Exception {
        CompletableFuture<HttpResponse<String>> long1 = begin("SELECT (COUNT(*) AS ?cancelme) " + MANY);
        await(() -> count() == 1);
        String listed = running();
        assertThat(listed).contains("cancelme").contains("\"seconds\"");
        String id = listed.replaceFirst("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(send(HttpRequest.newBuilder(URI.create(patient.url() + "api/queries"))
                                .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request(patient, "api/queries/" + id).DELETE().build()).statusCode())
                .isEqualTo(204);
        HttpResponse<String> answer = long1.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("was cancelled");
        assertThat(send(request(patient, "api/queries/" + id).DELETE().build()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aClientThatGoesAwayTakesItsQueryWithIt() throws Exception {
        URI address = URI.create(patient.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String text = URLEncoder.encode("SELECT (COUNT(*) AS ?n) " + MANY, StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + text + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await(() -> count() == 1);
        }
        await(() -> count() == 0);
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBack() throws Exception {
        CompletableFuture<HttpResponse<String>> first = begin("SELECT (COUNT(*) AS ?x) " + MANY);
        CompletableFuture<HttpResponse<String>> second = begin("SELECT (COUNT(*) AS ?y) " + MANY);
        await(() -> count() == 2);
        HttpResponse<String> third = send(query(patient, "ASK {}"));
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        assertThat(third.body()).contains("ask again in a moment");
        for (String id : running().split("\"id\":")) {
            if (id.matches("(?s)\\d+.*")) {
                send(request(patient, "api/queries/" + id.replaceFirst("(?s)\\D.*", ""))
                        .DELETE()
                        .build());
            }
        }
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);
        HttpRequest again = query(patient, "ASK {}");
        await(() -> {
            try {
                return send(again).statusCode() == 200;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
