package org.newsreel.api.backup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.Scope;
import org.newsreel.kg.store.KnowledgeStore;

/** A backup takes the place of the store of a running service. */
class RestoreIT {
    private static final String OLD = "Vero Lindqvist works for Amber Collective.";
    private static final String NEW = "Tadeo Brandt works for Slate Partners.";

    @TempDir
    private Path folder;

    private Path store;
    private RunningService service;

    @BeforeEach
    void start() throws Exception {
        store = MadeStore.in(folder).directory();
        service = run();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private RunningService run() throws Exception {
        return RunningService.start(
                "-Dnewsreel.store=" + store, "-Dnewsreel.api-key=" + RunningService.KEY, ScriptedWorker.option());
    }

    private String send(String id, String text) {
        return given().header("X-API-Key", RunningService.KEY)
                .multiPart("text", text)
                .multiPart("id", id)
                .post(service.url() + "api/items")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void done(String job) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (given().get(service.url() + "api/jobs/" + job).path("state").equals("done")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("job " + job + " was not done");
    }

    private byte[] backup() {
        return given().header("X-API-Key", RunningService.KEY)
                .post(service.url() + "api/backup")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Response restore(byte[] backup, String key) {
        return given().header("X-API-Key", key)
                .contentType("application/zip")
                .body(backup)
                .post(service.url() + "api/restore");
    }

    private int status(String path) {
        return given().get(service.url() + path).statusCode();
    }

    private int found(String words) {
        return given().queryParam("q", words)
                .get(service.url() + "api/search")
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    /** Labels have languages. */
    private static String asking(String label) {
        return "ASK { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label FILTER(STR(?label) = \"" + label + "\") }";
    }

    private boolean ask(String label) {
        return given().queryParam("query", asking(label))
                .accept("application/sparql-results+json")
                .get(service.url() + "sparql")
                .jsonPath()
                .getBoolean("boolean");
    }

    private List<String> files() throws Exception {
        try (Stream<Path> left = Files.list(store)) {
            return left.map(f -> f.getFileName().toString())
                    .filter(f -> !f.equals("jobs.mv.db") && !f.equals("spool") && !f.equals("audit"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everythingIsAsInTheBackupAndTheServiceGoesOn() throws Exception {
        String oldJob = send("old", OLD);
        done(oldJob);
        byte[] backup = backup();
        String newJob = send("new", NEW);
        done(newJob);
        assertThat(found("Tadeo")).isPositive();
        assertThat(ask("Tadeo Brandt")).isTrue();
        String before = given().get(service.url() + "api/overview").asString();
        List<String> files = files();

        restore(backup, RunningService.KEY)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("quads", greaterThan(100))
                .body("media", equalTo(3));

        assertThat(status("api/items/old")).isEqualTo(200);
        assertThat(status("api/items/new")).isEqualTo(404);
        assertThat(ask("Tadeo Brandt")).isFalse();
        assertThat(ask("Vero Lindqvist")).isTrue();
        assertThat(found("Tadeo")).isZero();
        assertThat(found("Vero")).isPositive();
        assertThat(given().get(service.url() + "api/overview").asString()).isNotEqualTo(before);
        given().get(service.url() + "api/jobs/" + oldJob)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("items[0].id", equalTo("old"));
        assertThat(status("api/jobs/" + newJob)).isEqualTo(404);
        assertThat(files()).isEqualTo(files);
        // Writing goes on, and so does the log of changes.
        done(send("new", NEW));
        assertThat(ask("Tadeo Brandt")).isTrue();
        given().header("X-API-Key", RunningService.KEY)
                .contentType("application/sparql-update; charset=UTF-8")
                .body("INSERT DATA { <urn:x:a> <urn:x:b> \"after\" }".getBytes(StandardCharsets.UTF_8))
                .post(service.url() + "sparql")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(204);
        service.close();
        try (KnowledgeStore after = KnowledgeStore.openExisting(store)) {
            assertThat(after.items()).contains("old", "new");
        }
    }

    @Test
    void whatIsNoWholeBackupChangesNothing() throws Exception {
        byte[] backup = backup();
        done(send("new", NEW));
        byte[] flipped = backup.clone();
        flipped[flipped.length / 2] ^= 1;
        String ingest = KeyFile.in(store).create("desk", Scope.INGEST).secret();
        restore(flipped, RunningService.KEY).then().statusCode(422).body("detail", containsString("another backup"));
        restore(java.util.Arrays.copyOf(backup, backup.length - 100), RunningService.KEY)
                .then()
                .statusCode(422)
                .body("detail", containsString("cut short"));
        restore("no zip".getBytes(StandardCharsets.UTF_8), RunningService.KEY)
                .then()
                .statusCode(422);
        restore(backup, ingest).then().statusCode(403);
        restore(backup, "wrong").then().statusCode(401);
        assertThat(status("api/items/new")).isEqualTo(200);
        assertThat(files()).noneMatch(f -> f.startsWith("restore"));
    }

    @Test
    void readersGetWholeAnswersOrAreToldToComeBackAndAJobUnderWayIsBegunAgain() throws Exception {
        done(send("old", OLD));
        byte[] backup = backup();
        String last = "";
        for (int i = 0; i < 15; i++) {
            last = send("slow" + i, "SLOW news number " + i + ": " + NEW);
        }
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger away = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        List<Future<?>> reading = Stream.of(
                        "api/items/old",
                        "api/search?q=Vero&kind=entity",
                        "sparql?query=" + URLEncoder.encode(asking("Vero Lindqvist"), StandardCharsets.UTF_8))
                .<Future<?>>map(path -> readers.submit(() -> {
                    while (!over.get()) {
                        HttpResponse<String> answer = HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(URI.create(service.url() + path))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() == 503) {
                            assertThat(answer.headers().firstValue("Retry-After"))
                                    .isPresent();
                            away.incrementAndGet();
                        } else {
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            assertThat(answer.body()).containsAnyOf("Vero Lindqvist", "true");
                        }
                    }
                    return null;
                }))
                .toList();
        restore(backup, RunningService.KEY).then().log().ifValidationFails().statusCode(200);
        over.set(true);
        for (Future<?> reader : reading) {
            reader.get(60, TimeUnit.SECONDS);
        }
        readers.shutdown();
        assertThat(away.get()).as("requests while the store was exchanged").isPositive();
        // It had not ended, and its files are here.
        done(last);
        assertThat(ask("Tadeo Brandt")).isTrue();
    }

    @Test
    void aServiceThatIsKilledMeanwhileHasTheOldStoreOrTheNewOne() throws Exception {
        byte[] backup = backup();
        done(send("new", NEW));
        int[] delays = {150, 700};
        for (int delay : delays) {
            Thread sending = new Thread(() -> {
                try {
                    restore(backup, RunningService.KEY);
                } catch (RuntimeException e) {
                    // The connection breaks.
                }
            });
            sending.start();
            Thread.sleep(delay);
            service.kill();
            sending.join();
            try (KnowledgeStore left = KnowledgeStore.openExisting(store)) {
                assertThat(left.verify().problems()).isEmpty();
                assertThat(left.items()).hasSizeBetween(4, 5);
            }
            assertThat(files()).doesNotContain("replaced", "restored", "replacing", "putting-back");
            service = run();
            assertThat(status("api/items/harbour-2026")).isEqualTo(200);
        }
    }
}
