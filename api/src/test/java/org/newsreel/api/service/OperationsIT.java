package org.newsreel.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.kg.store.KnowledgeStore;

/** What those who run the service look at. */
class OperationsIT {
    @TempDir
    static Path folder;

    private static MadeStore made;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        made = MadeStore.in(folder);
        service = RunningService.start(
                "-Dnewsreel.store=" + made.directory(),
                "-Dnewsreel.api-key=" + RunningService.KEY,
                "-Dnewsreel.store-metrics-every=1s",
                ScriptedWorker.option());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void healthTellsWhatWorks() {
        given().get(service.url() + "q/health/started").then().statusCode(200).body("checks.name", hasItem("started"));
        given().get(service.url() + "q/health/live").then().statusCode(200).body("checks.name", hasItem("jobs"));
        given().get(service.url() + "q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("store"))
                .body("checks.name", hasItem("jobs database"))
                .body("checks.find { it.name == 'extraction' }.data.available", equalTo(true));
    }

    @Test
    void metricsTellOfQueriesJobsStagesAndTheStore() throws Exception {
        given().queryParam("query", "SELECT * { ?s ?p ?o } LIMIT 1")
                .get(service.url() + "sparql")
                .then()
                .statusCode(200);
        given().queryParam("query", "nonsense")
                .get(service.url() + "sparql")
                .then()
                .statusCode(400);
        String job = given().header("X-API-Key", RunningService.KEY)
                .multiPart("text", "A plain article about a ferry.")
                .post(service.url() + "api/items")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        for (int i = 0; i < 200; i++) {
            if (given().get(service.url() + "api/jobs/" + job).path("state").equals("done")) {
                break;
            }
            Thread.sleep(100);
        }
        // Jobs are counted anew after five seconds, the store after one.
        Thread.sleep(6000);
        String metrics = given().get(service.url() + "q/metrics").asString();
        assertThat(metrics)
                .contains("newsreel_sparql_seconds_count{operation=\"query\",outcome=\"ok\"} 1")
                .contains("newsreel_sparql_seconds_count{operation=\"query\",outcome=\"refused\"} 1")
                .contains("newsreel_sparql_seconds_bucket{")
                .contains("newsreel_sparql_running 0.0")
                .contains("newsreel_jobs{state=\"done\"} 1.0")
                .contains("newsreel_jobs{state=\"queued\"} 0.0")
                .contains("newsreel_items_total{outcome=\"stored\"} 1.0")
                .contains("newsreel_stage_seconds_count{stage=\"read\"} 1")
                .contains("newsreel_stage_seconds_count{stage=\"extract\"} 1")
                .contains("newsreel_stage_seconds_count{stage=\"store\"} 1");
        assertThat(value(metrics, "newsreel_store_quads ")).isGreaterThan(100);
        assertThat(value(metrics, "newsreel_store_bytes ")).isGreaterThan(10_000);
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void aBackupOverHttpIsAStoreAgain() throws Exception {
        byte[] archive = given().header("X-API-Key", RunningService.KEY)
                .post(service.url() + "api/backup")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Path file = folder.resolve("news.backup");
        Files.write(file, archive);
        Path again = folder.resolve("again");
        KnowledgeStore.restore(file, again);
        try (KnowledgeStore store = KnowledgeStore.openExisting(again)) {
            assertThat(store.items()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(store.media().find(made.video())).isPresent();
        }
        try (Stream<Path> left = Files.list(made.directory())) {
            assertThat(left.map(f -> f.getFileName().toString())).noneMatch(name -> name.startsWith("backup-"));
        }
    }

    @Test
    void logsAreJsonWithTheRequestsIdWhenThatIsSet() throws Exception {
        Path store = folder.resolve("logged");
        KnowledgeStore.open(store).close();
        Path keys = folder.resolve("no-keys.json");
        Files.writeString(keys, "{\"keys\": []}");
        Path log = folder.resolve("service.log");
        Process process = RunningService.launch(
                List.of(
                        "-Dnewsreel.store=" + store,
                        "-Dnewsreel.log.json=true",
                        "-Dnewsreel.oidc.issuer=https://login.example",
                        "-Dnewsreel.oidc.keys=" + keys,
                        "-Dquarkus.log.category.\"org.newsreel\".level=DEBUG"),
                ProcessBuilder.Redirect.to(log.toFile()));
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            given().header("X-Request-Id", "look-me-up")
                    .header("Authorization", "Bearer a.b.c")
                    .delete(ready.substring(ready.lastIndexOf(" at ") + 4) + "api/items/x");
        } finally {
            process.destroy();
            process.waitFor();
        }
        List<String> lines = Files.readAllLines(log);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).has("level")).as(line).isTrue();
        }
        assertThat(lines).anySatisfy(line -> {
            assertThat(line).contains("A token was refused");
            assertThat(new ObjectMapper().readTree(line).at("/mdc/requestId").asText())
                    .isEqualTo("look-me-up");
        });
    }
}
