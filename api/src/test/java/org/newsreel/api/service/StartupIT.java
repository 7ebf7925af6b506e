package org.newsreel.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

class StartupIT {
    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... options) throws Exception {
        Process process = RunningService.launch(List.of(options), ProcessBuilder.Redirect.PIPE);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void assertOneSentence(Ended ended) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void theReadyLineNamesStoreAndRealPort() throws Exception {
        assertThat(RunningService.shared().ready())
                .matches("Newsreel is serving .*store at http://127\\.0\\.0\\.1:[1-9][0-9]*/")
                .contains(RunningService.made().directory().toString());
        given().get(RunningService.shared().url()).then().statusCode(200);
    }

    @Test
    void aStoreThatIsNotThereIsSaidInOneSentence() throws Exception {
        Ended ended = run("-Dnewsreel.store=" + folder.resolve("no store 没有"));
        assertOneSentence(ended);
        assertThat(ended.err()).contains("no store 没有");
    }

    @Test
    void aMissingStorePropertyIsSaidInOneSentence() throws Exception {
        Ended ended = run();
        assertOneSentence(ended);
        assertThat(ended.err()).contains("-Dnewsreel.store=");
    }

    @Test
    void aStoreInUseIsSaidInOneSentence() throws Exception {
        Ended ended = run("-Dnewsreel.store=" + RunningService.made().directory());
        assertOneSentence(ended);
        assertThat(ended.err()).contains(RunningService.made().directory().toString());
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence() throws Exception {
        Path store = Files.createDirectories(folder.resolve("s"));
        KnowledgeStore.open(store).close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = run("-Dnewsreel.store=" + store, "-Dquarkus.http.port=" + taken.getLocalPort());
            assertOneSentence(ended);
            assertThat(ended.err()).contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void withoutAKeyNothingCanBeWritten() throws Exception {
        Path store = Files.createDirectories(folder.resolve("s"));
        KnowledgeStore.open(store).close();
        try (RunningService service = RunningService.start("-Dnewsreel.store=" + store)) {
            given().contentType("application/x-www-form-urlencoded")
                    .formParam("update", "CLEAR ALL")
                    .header("X-API-Key", "")
                    .post(service.url() + "sparql")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
            given().get(service.url() + "api/items").then().statusCode(200);
        }
    }
}
