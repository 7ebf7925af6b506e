package org.newsreel.api.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.DrawnMedia;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.Scope;
import org.newsreel.kg.store.KnowledgeStore;

/** What jobs are, on whichever database they are in; see {@link ScriptedWorker} for the words that steer the worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JobsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private Path store;
    private String key;
    private RunningService service;

    /** What makes the service use the database. */
    abstract List<String> database();

    @BeforeAll
    void start(@TempDir Path made) throws Exception {
        folder = made;
        store = folder.resolve("store");
        KnowledgeStore.open(store).close();
        key = KeyFile.in(store).create("tests", Scope.INGEST).secret();
        service = run();
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    private RunningService run() throws Exception {
        List<String> options = new ArrayList<>(database());
        options.addAll(List.of(
                "-Dnewsreel.store=" + store,
                "-Dnewsreel.api-key=" + RunningService.KEY,
                "-Dnewsreel.upload.max-bytes=1M",
                "-Dnewsreel.upload.max-files=5",
                ScriptedWorker.option()));
        return RunningService.start(options.toArray(String[]::new));
    }

    private RequestSpecification keyed() {
        return given().header("X-API-Key", key);
    }

    private String items() {
        return service.url() + "api/items";
    }

    private String job(String id) {
        return service.url() + "api/jobs/" + id;
    }

    private String submit(String text) {
        return keyed().multiPart("text", text)
                .post(items())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private JsonPath await(String id, String... states) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonPath job = given().get(job(id)).jsonPath();
        while (!List.of(states).contains(job.getString("state"))) {
            assertThat(Instant.now()).as(job.prettify()).isBefore(end);
            Thread.sleep(100);
            job = given().get(job(id)).jsonPath();
        }
        return job;
    }

    private JsonPath ended(String id) throws InterruptedException {
        return await(id, "done", "failed", "cancelled");
    }

    @Test
    void aBackupHasTheJobsAndGivesThemBack() throws Exception {
        String kept = submit("Kasimir Holt works for Linden Works.");
        JsonPath before = ended(kept);
        RequestSpecification admin = given().header("X-API-Key", RunningService.KEY);
        byte[] backup = admin.post(service.url() + "api/backup")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String later = submit("Ottilie Grau works for Cedar Works.");
        assertThat(ended(later).getString("state")).isEqualTo("done");
        given().header("X-API-Key", RunningService.KEY)
                .contentType("application/zip")
                .body(backup)
                .post(service.url() + "api/restore")
                .then()
                .statusCode(200);
        assertThat(given().get(job(kept)).jsonPath().getMap("$")).isEqualTo(before.getMap("$"));
        given().get(job(later)).then().statusCode(404);
    }

    @Test
    void anUploadedItemIsInTheGraphWithItsMedia() throws Exception {
        Path picture = folder.resolve("portrait.png");
        DrawnMedia.picture(picture);
        String id = keyed().multiPart("f", "../../../etc/пик чер.png", Files.readAllBytes(picture))
                .multiPart("id", "http item")
                .multiPart("headline", "A headline")
                .multiPart("text", "Some CHATTER words.")
                .post(items())
                .then()
                .statusCode(202)
                .header("Location", containsString("/api/jobs/"))
                .extract()
                .path("id");

        JsonPath job = ended(id);

        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
        assertThat(job.getString("items[0].id")).isEqualTo("http item");
        assertThat(job.getInt("stages.find { it.name == 'store' }.done")).isOne();
        given().get(items() + "/http item")
                .then()
                .statusCode(200)
                .body("headline", equalTo("A headline"))
                .body("media[0].kind", equalTo("image"));
        try (Stream<Path> spool = Files.walk(store.resolve("spool"))) {
            assertThat(spool.filter(Files::isRegularFile)).isEmpty();
        }
        keyed().delete(items() + "/http item").then().statusCode(204);
        given().get(items() + "/http item").then().statusCode(404);
    }

    @Test
    void theSameFilesSentAgainAreUnchanged() throws Exception {
        JsonPath first = ended(submit("Words that stay."));
        JsonPath second = ended(submit("Words that stay."));

        assertThat(first.getInt("counts.stored")).isOne();
        assertThat(second.getInt("counts.unchanged")).isOne();
        assertThat(second.getString("items[0].id")).isEqualTo(first.getString("items[0].id"));
    }

    @Test
    void anIdempotencyKeyMakesOneJobAndRefusesOtherContent() {
        RequestSpecification request = keyed().header("Idempotency-Key", "once").multiPart("text", "Only once.");
        String id = request.post(items()).then().statusCode(202).extract().path("id");

        keyed().header("Idempotency-Key", "once")
                .multiPart("text", "Only once.")
                .post(items())
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        keyed().header("Idempotency-Key", "once")
                .multiPart("text", "Something else.")
                .post(items())
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void aDocumentMayHoldSeveralItemsOfWhichSomeFail() throws Exception {
        String feed = "<rss version='2.0'><channel><title>The Courier</title>"
                + "<item><guid>feed-1</guid><title>One</title><description>First words.</description></item>"
                + "<item><guid>feed-2</guid><title>Two</title><description>REFUSE these.</description></item>"
                + "<item><guid>feed-3</guid><title>Three</title><description>DIE of these.</description></item>"
                + "<item><guid>feed-4</guid><title>Four</title><description>Last words.</description></item>"
                + "</channel></rss>";
        String id = keyed().contentType("application/rss+xml")
                .body(feed)
                .post(items())
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        JsonPath job = ended(id);

        assertThat(job.getString("state")).as(job.prettify()).isEqualTo("done");
        assertThat(job.getList("items.id")).containsExactlyInAnyOrder("feed-1", "feed-4");
        assertThat(job.getInt("counts.failed")).isEqualTo(2);
        assertThat(job.getInt("crashes")).isEqualTo(3);
        assertThat(job.getString("errors.find { it.item == 'feed-3' }.sentence"))
                .contains("signal 11 in each of 3 attempts");
    }

    @Test
    void aJobThatTheWorkerDiesOfFailsWithOneSentenceAndTheServiceLives() throws Exception {
        JsonPath job = ended(submit("DIE of this."));

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getList("errors")).hasSize(1);
        assertThat(ended(submit("After the crash.")).getString("state")).isEqualTo("done");
    }

    @Test
    void watchersSeeEachStateUntilTheEnd() throws Exception {
        String id = submit("SLOW to watch.");
        List<String> states = new ArrayList<>();
        try (BufferedReader events = new BufferedReader(
                new InputStreamReader(URI.create(job(id) + "/events").toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    states.add(new JsonPath(line.substring(5)).getString("state"));
                }
            }
        }

        assertThat(states).contains("running").endsWith("done").hasSizeGreaterThan(4);
        assertThat(ended(id).getLong("stages.find { it.name == 'extract' }.frames"))
                .isEqualTo(36);
    }

    @Test
    void aRunningJobIsCancelledAtOnceAndCanBeRetried() throws Exception {
        String id = submit("SLOW to cancel.");
        await(id, "running");

        keyed().post(job(id) + "/cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        keyed().post(job(id) + "/retry").then().statusCode(200).body("state", equalTo("queued"));
        assertThat(ended(id).getString("state")).isEqualTo("done");
        keyed().post(job(id) + "/cancel").then().statusCode(409).contentType("application/problem+json");
        keyed().post(job(id) + "/retry").then().statusCode(409);
    }

    @Test
    void jobsOfAKilledServiceAreBegunAgain() throws Exception {
        String running = submit("SLOW and killed.");
        String waiting = submit("Waiting and killed.");
        await(running, "running");
        List<ProcessHandle> workers = service.children();

        service.kill();
        service = run();

        assertThat(ended(running).getString("state")).isEqualTo("done");
        assertThat(ended(waiting).getString("state")).isEqualTo("done");
        assertThat(workers).isNotEmpty();
        Thread.sleep(500);
        assertThat(workers).as("the process outlived its service").noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        keyed().multiPart("f", "a.jpg", new byte[2 << 20])
                .post(items())
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("larger than 1 MB"));
        RequestSpecification many = keyed();
        for (int i = 0; i < 6; i++) {
            many.multiPart("f", i + ".jpg", new byte[8]);
        }
        many.post(items()).then().statusCode(413).body("detail", containsString("more than 5 files"));
    }

    @Test
    void whatIsNoNewsIsRefusedInOneSentence() throws Exception {
        keyed().multiPart("f", "a.exe", new byte[8])
                .post(items())
                .then()
                .statusCode(400)
                .body("detail", containsString("\"a.exe\" is of no kind"));
        keyed().contentType("application/json")
                .body("{\"uri\": ")
                .post(items())
                .then()
                .statusCode(400)
                .body("detail", containsString("not valid JSON"));
        HttpResponse<String> noForm = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(items()))
                                .header("X-API-Key", key)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString("no form"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(noForm.statusCode()).isEqualTo(400);
        assertThat(noForm.body()).contains("The form can't be read to its end");
        keyed().contentType("text/csv").body("a,b").post(items()).then().statusCode(415);
        given().get(job("nothing")).then().statusCode(404).body("detail", endsWith("\"nothing\"."));
    }

    @Test
    void writingNeedsAKeyThatAllowsIt() {
        String reader = KeyFile.in(store).create("reader", Scope.READ).secret();
        for (String path : List.of("api/items", "api/jobs/x/cancel", "api/jobs/x/retry", "api/items/../items")) {
            given().multiPart("text", "x").post(service.url() + path).then().statusCode(401);
            given().header("X-API-Key", reader)
                    .multiPart("text", "x")
                    .post(service.url() + path)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("allows only read"));
        }
        given().delete(items() + "/x").then().statusCode(401);
        keyed().formParam("update", "CLEAR ALL")
                .post(service.url() + "sparql")
                .then()
                .statusCode(401);
        KeyFile.in(store).revoke("reader");
        given().header("X-API-Key", reader).delete(items() + "/x").then().statusCode(401);
    }

    @Test
    void theListIsNewestFirstAndCanBeNarrowed() throws Exception {
        String id = submit("For the list.");
        ended(id);

        given().get(service.url() + "api/jobs?limit=1&state=done").then().body("jobs[0].id", equalTo(id));
        given().get(service.url() + "api/jobs?state=nonsense").then().statusCode(400);
    }
}
