package org.newsreel.api.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.PostgresqlServer;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.kg.store.KnowledgeStore;

/** A running service whose database goes and comes back, and one whose clock is set forward and back. */
@Tag("crash")
class BadDaysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    @TempDir
    private Path work;

    private Path store;
    private RunningService service;

    @BeforeEach
    void makeStore() {
        store = work.resolve("store");
        KnowledgeStore.open(store).close();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void aDatabaseThatGoesAndComesBackLosesNoJobAndDoublesNone() throws Exception {
        assumeTrue(PostgresqlServer.isInstalled(), "PostgreSQL's initdb and pg_ctl are not installed");
        try (PostgresqlServer server = PostgresqlServer.start()) {
            start(server.options(), Map.of());
            List<String> jobs = new ArrayList<>();
            jobs.add(submit("SLOW when the database goes.", "running"));
            jobs.add(submit("Waiting when the database goes.", "waiting"));
            await(jobs.get(0), "running");

            server.end();
            Response refused = send("Sent meanwhile.", "meanwhile");
            refused.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("detail", containsString("database does not answer"));
            given().get(service.url() + "api/jobs").then().statusCode(503);
            given().get(service.url() + "q/health/ready").then().statusCode(503);
            given().get(service.url() + "q/health/live").then().statusCode(200);
            // What needs no job goes on.
            given().get(service.url() + "api/items").then().statusCode(200);
            Thread.sleep(4_000);
            server.begin();

            jobs.add(submit("Sent meanwhile.", "meanwhile"));
            for (String job : jobs) {
                assertThat(await(job, "done", "failed").getString("state")).isEqualTo("done");
            }
            given().get(service.url() + "q/health/ready").then().statusCode(200);
            assertThat(given().get(service.url() + "api/jobs").jsonPath().getInt("total"))
                    .isEqualTo(jobs.size());
            assertItems("running", "waiting", "meanwhile");
            try (var spool = Files.walk(store.resolve("spool"))) {
                assertThat(spool.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void aClockThatIsSetForwardAndBackLosesNoJobAndEndsNone() throws Exception {
        assumeTrue(Files.exists(FAKETIME), "libfaketime is not installed");
        Path clock = Files.writeString(work.resolve("clock"), "+0");
        start(
                List.of(),
                Map.of(
                        "LD_PRELOAD",
                        FAKETIME.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        clock.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        // Else the JVM's threads, which wait by the clock that only counts, never sleep.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        List<String> jobs = new ArrayList<>();
        jobs.add(submit("SLOW when the clock jumps.", "before"));
        await(jobs.get(0), "running");

        Files.writeString(clock, "+730d");
        Thread.sleep(1_500);
        jobs.add(submit("SLOW in two years.", "ahead"));
        JsonPath ahead = await(jobs.get(1), "running", "done");
        assertThat(Instant.parse(ahead.getString("created")))
                .isAfter(Instant.now().plus(Duration.ofDays(700)));
        Files.writeString(clock, "-730d");
        Thread.sleep(1_500);
        jobs.add(submit("Two years ago.", "behind"));
        for (String job : jobs) {
            assertThat(await(job, "done", "failed").getString("state")).isEqualTo("done");
        }

        // A new start, at yet another time, knows them all and begins none again.
        Files.writeString(clock, "+0");
        service.kill();
        start(List.of(), Map.of());
        assertThat(given().get(service.url() + "api/jobs?state=done").jsonPath().getInt("total"))
                .isEqualTo(jobs.size());
        assertItems("before", "ahead", "behind");
        String graph = given().queryParam("query", "SELECT ?o { GRAPH ?g { ?s ?p ?o } FILTER(isLiteral(?o)) }")
                .accept("text/csv")
                .get(service.url() + "sparql")
                .asString();
        String thisYear =
                String.valueOf(Instant.now().atOffset(java.time.ZoneOffset.UTC).getYear());
        assertThat(graph)
                .as("times in the graph are the news', not the clock's")
                .doesNotContain(thisYear);
    }

    private void start(List<String> options, Map<String, String> environment) throws Exception {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(
                "-Dnewsreel.store=" + store, "-Dnewsreel.api-key=" + RunningService.KEY, ScriptedWorker.option()));
        service = RunningService.start(environment, all.toArray(String[]::new));
    }

    private Response send(String text, String id) {
        return given().header("X-API-Key", RunningService.KEY)
                .multiPart("text", text)
                .multiPart("id", id)
                .post(service.url() + "api/items");
    }

    private String submit(String text, String id) {
        return send(text, id).then().statusCode(202).extract().path("id");
    }

    private JsonPath await(String id, String... states) throws InterruptedException {
        // Not by the clock that is set.
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonPath job = given().get(service.url() + "api/jobs/" + id).jsonPath();
        while (!List.of(states).contains(job.getString("state"))) {
            assertThat(System.nanoTime()).as(job.prettify()).isLessThan(end);
            Thread.sleep(100);
            job = given().get(service.url() + "api/jobs/" + id).jsonPath();
        }
        return job;
    }

    private void assertItems(String... ids) {
        assertThat(given().get(service.url() + "api/items").jsonPath().getList("items.id", String.class))
                .containsExactlyInAnyOrder(ids);
    }
}
