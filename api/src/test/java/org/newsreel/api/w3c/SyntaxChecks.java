package org.newsreel.api.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Tests of what can be parsed. */
final class SyntaxChecks {
    private final Endpoint endpoint;

    SyntaxChecks(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void check(W3cTest test) {
        String text = Given.text(test.action().getURI());
        boolean update = test.type().contains("Update");
        if (update) {
            endpoint.hold(DatasetGraphFactory.create());
        }
        HttpResponse<byte[]> answer =
                update ? endpoint.update(text) : endpoint.query(text, "application/sparql-results+json, text/turtle");
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (test.type().startsWith("Negative")) {
            assertThat(answer.statusCode()).as(() -> text + "\n" + said).isEqualTo(400);
        } else {
            // SERVICE and LOAD are refused and graphs may be missing, but the syntax is understood.
            assertThat(answer.statusCode()).as(() -> text + "\n" + said).isIn(200, 204, 403, 404, 422);
        }
    }
}
