package org.newsreel.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;

/** The contract at {@code /q/openapi} holds: its examples are put to the service. */
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "head", "patch");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static RunningService service;
    private static JsonNode contract;

    private record Call(String method, String path, JsonNode operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(
                "-Dnewsreel.store=" + MadeStore.in(folder).directory(),
                "-Dnewsreel.api-key=" + RunningService.KEY,
                ScriptedWorker.option());
        String json = HTTP.send(
                        HttpRequest.newBuilder(URI.create(service.url() + "q/openapi?format=json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        contract = new ObjectMapper().readTree(json);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        calls.add(new Call(
                                method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()));
                    }
                }));
        return calls;
    }

    @Test
    void everyPathThatUsersHaveIsInIt() {
        assertThat(calls())
                .extracting(Call::toString)
                .contains(
                        "GET /sparql",
                        "POST /sparql",
                        "GET /rdf-graph-store",
                        "PUT /rdf-graph-store",
                        "POST /api/items",
                        "GET /api/items/{id}",
                        "GET /api/jobs/{id}/events",
                        "GET /api/entities",
                        "GET /api/provenance",
                        "GET /api/changes",
                        "GET /media/{sha256}/frame",
                        "POST /api/backup",
                        "POST /api/restore",
                        "GET /api/queries");
    }

    @Test
    void everyOperationIsDescribedAndEveryRequiredParameterHasAnExample() {
        for (Call call : calls()) {
            assertThat(call.operation().path("summary").asText())
                    .as(call + " has a summary")
                    .isNotBlank();
            assertThat(call.operation().at("/responses/default/content").has("application/problem+json"))
                    .as(call + " has problems")
                    .isTrue();
            for (JsonNode parameter : call.operation().path("parameters")) {
                if (parameter.path("in").asText().equals("path")) {
                    assertThat(parameter.has("example"))
                            .as(call + " has an example of "
                                    + parameter.path("name").asText())
                            .isTrue();
                }
            }
            if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
                assertThat(call.operation().has("security"))
                        .as(call + " needs a key")
                        .isTrue();
            }
        }
    }

    @Test
    void whatItsExamplesAskIsAnsweredAsItSays() throws Exception {
        for (Call call : calls()) {
            HttpResponse<String> answer = HTTP.send(request(call), HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(status).as(call + ": " + answer.body()).isLessThan(500);
            if (status < 400) {
                assertThat(call.operation().path("responses").has(String.valueOf(status)))
                        .as(call + " documents " + status)
                        .isTrue();
            } else if (!call.method().equals("HEAD")) {
                assertThat(type).as(call + " answers " + status).startsWith("application/problem+json");
            }
        }
    }

    private static HttpRequest request(Call call) {
        String path = call.path().substring(1);
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : call.operation().path("parameters")) {
            if (!parameter.has("example")) {
                continue;
            }
            String name = parameter.path("name").asText();
            String value = URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else if (parameter.path("in").asText().equals("query")) {
                query.add(name + "=" + value);
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(service.url() + path + (query.isEmpty() ? "" : "?" + String.join("&", query))))
                .header("X-API-Key", RunningService.KEY);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        var contents = call.operation().at("/requestBody/content").fields();
        while (contents.hasNext()) {
            var content = contents.next();
            if (content.getValue().has("example")) {
                request.header("Content-Type", content.getKey());
                body = HttpRequest.BodyPublishers.ofString(
                        content.getValue().path("example").asText());
                break;
            }
        }
        return request.method(call.method(), body).build();
    }
}
