package org.newsreel.api.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

/** The sample news over HTTP through the real extraction, as the launcher starts it. */
@Tag("slow")
class RealWorkerIT {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path store;

    @Test
    void theSamplesAreInTheGraphWithStatementsAndFrames() throws Exception {
        KnowledgeStore.open(store).close();
        try (RunningService service = RunningService.start(
                        "-Dnewsreel.store=" + store,
                        "-Dnewsreel.api-key=" + RunningService.KEY,
                        "-Dnewsreel.home=" + HOME);
                Stream<Path> samples = Files.list(HOME.resolve("samples"))) {
            List<String> jobs = samples.filter(Files::isDirectory)
                    .sorted()
                    .map(sample -> send(service, sample))
                    .toList();
            for (String job : jobs) {
                JsonPath ended = await(service, job);
                assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("done");
                assertThat(ended.getList("errors")).isEmpty();
            }
            assertThat(given().get(service.url() + "api/items").jsonPath().getInt("total"))
                    .isEqualTo(jobs.size());
            assertThat(ask(service, "?s a rdf:Statement ; prov:wasDerivedFrom/nr:frame ?f"))
                    .isTrue();
            assertThat(ask(service, "?s a rdf:Statement ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?q"))
                    .isTrue();
        }
    }

    private static String send(RunningService service, Path sample) {
        RequestSpecification request = given().header("X-API-Key", RunningService.KEY);
        try (Stream<Path> files = Files.list(sample)) {
            files.forEach(file -> request.multiPart("files", file.toFile()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return request.post(service.url() + "api/items")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static JsonPath await(RunningService service, String job) throws InterruptedException {
        JsonPath now = given().get(service.url() + "api/jobs/" + job).jsonPath();
        while (List.of("queued", "running").contains(now.getString("state"))) {
            Thread.sleep(1000);
            now = given().get(service.url() + "api/jobs/" + job).jsonPath();
        }
        return now;
    }

    private static boolean ask(RunningService service, String pattern) {
        return given().queryParam(
                        "query",
                        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#>"
                                + " PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX nr: <https://w3id.org/newsreel/ns#>"
                                + " ASK { GRAPH ?g { " + pattern + " } }")
                .accept("application/sparql-results+json")
                .get(service.url() + "sparql")
                .jsonPath()
                .getBoolean("boolean");
    }
}
