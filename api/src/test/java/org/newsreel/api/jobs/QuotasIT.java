package org.newsreel.api.jobs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.Scope;
import org.newsreel.kg.store.KnowledgeStore;

/** What a service refuses because of how it is set up. */
class QuotasIT {
    @TempDir
    private Path store;

    @BeforeEach
    void make() {
        KnowledgeStore.open(store).close();
    }

    private RunningService run(String option) throws Exception {
        return RunningService.start(
                "-Dnewsreel.store=" + store,
                "-Dnewsreel.api-key=" + RunningService.KEY,
                ScriptedWorker.option(),
                option);
    }

    private static void assertRefused(RunningService service, int status, String sentence) {
        given().header("X-API-Key", RunningService.KEY)
                .multiPart("text", "Some words.")
                .post(service.url() + "api/items")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("title", not("Error"))
                .body("detail", containsString(sentence));
    }

    @Test
    void aServiceWithoutExtractionSaysSo() throws Exception {
        assertRefused(RunningService.shared(), 503, "the extraction is not there");
    }

    @Test
    void tooManyWaitingJobsAreRefused() throws Exception {
        try (RunningService service = run("-Dnewsreel.upload.max-queued=0")) {
            assertRefused(service, 429, "0 jobs are waiting");
        }
    }

    @Test
    void filesWithoutRoomAreRefused() throws Exception {
        try (RunningService service = run("-Dnewsreel.upload.spool-bytes=5")) {
            assertRefused(service, 507, "no room");
        }
    }

    @Test
    void readingNeedsAKeyWhereItIsNotOpen() throws Exception {
        String reader = KeyFile.in(store).create("reader", Scope.READ).secret();
        try (RunningService service = run("-Dnewsreel.open-reading=false")) {
            for (String path : new String[] {"api/items", "api/jobs", "sparql?query=ASK%7B%7D", "media/x"}) {
                given().urlEncodingEnabled(false)
                        .get(service.url() + path)
                        .then()
                        .statusCode(401);
            }
            given().header("Authorization", "Bearer " + reader)
                    .get(service.url() + "api/items")
                    .then()
                    .statusCode(200);
            given().get(service.url() + "q/health").then().statusCode(200);
        }
    }
}
