package org.newsreel.api.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.newsreel.api.fixture.RunningService;

/** One client: sends, counts, and comes back when it is told to. */
final class Asker {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int BUSY = 503;
    private static final int PAUSE_MILLIS = 500;

    private final HttpClient http;
    private final String base;
    private final Tally tally;

    Asker(HttpClient http, String base, Tally tally) {
        this.http = http;
        this.base = base;
        this.tally = tally;
    }

    Tally tally() {
        return tally;
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    HttpRequest.Builder keyed(String path) {
        return to(path).header("X-API-Key", RunningService.KEY);
    }

    HttpRequest query(String text, String accept) {
        return to("sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
    }

    /** Sends once, whatever comes back. */
    HttpResponse<String> once(String kind, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            tally.answered(kind, answer.statusCode());
            int status = answer.statusCode();
            if (status >= 500 && status != BUSY) {
                tally.wrong(kind + " was answered with " + status + ": " + answer.body());
            }
            if (status == BUSY && answer.headers().firstValue("Retry-After").isEmpty()) {
                tally.wrong(kind + " was told 503 without Retry-After");
            }
            return answer;
        } catch (IOException e) {
            tally.answered(kind, 0);
            tally.wrong(kind + " got no answer: " + e);
            throw new IllegalStateException(e);
        }
    }

    /** Sends until there is a place; the answer must have this status. */
    String get(String kind, HttpRequest request, int status) throws InterruptedException {
        HttpResponse<String> answer = once(kind, request);
        while (answer.statusCode() == BUSY || answer.statusCode() == 429) {
            Thread.sleep(PAUSE_MILLIS);
            answer = once(kind, request);
        }
        require(kind, answer.statusCode() == status, "status " + answer.statusCode() + ": " + answer.body());
        return answer.body();
    }

    void require(String kind, boolean holds, String otherwise) {
        if (!holds) {
            tally.wrong(kind + ": " + otherwise);
        }
    }
}
