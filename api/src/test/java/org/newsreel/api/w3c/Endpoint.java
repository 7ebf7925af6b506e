package org.newsreel.api.w3c;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.newsreel.api.fixture.RunningService;

/**
 * The service as a client of SPARQL 1.1 Protocol and Graph Store Protocol sees it.
 *
 * @param base its address, with a slash at the end
 */
record Endpoint(String base, HttpClient http) {
    static Endpoint at(String base) {
        return new Endpoint(
                base,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    String sparql() {
        return base + "sparql";
    }

    String graphStore() {
        return base + "rdf-graph-store";
    }

    HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("X-API-Key", RunningService.KEY);
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Makes the store hold this and nothing else. */
    void hold(DatasetGraph data) {
        StringWriter quads = new StringWriter();
        RDFDataMgr.write(quads, data, Lang.NQUADS);
        HttpResponse<byte[]> answer = send(request(graphStore())
                .header("Content-Type", "application/n-quads; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString(quads.toString()))
                .build());
        check(answer, "loading");
    }

    /** All that the store holds. */
    DatasetGraph held() {
        HttpResponse<byte[]> answer = send(
                request(graphStore()).header("Accept", "application/n-quads").build());
        check(answer, "reading");
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(new String(answer.body(), StandardCharsets.UTF_8), Lang.NQUADS)
                .parse(data);
        return data;
    }

    HttpResponse<byte[]> query(String text, String accept) {
        return send(request(sparql())
                .header("Content-Type", "application/sparql-query; charset=utf-8")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    HttpResponse<byte[]> update(String text) {
        return send(request(sparql())
                .header("Content-Type", "application/sparql-update; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    static void check(HttpResponse<byte[]> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(what + " was answered with " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
