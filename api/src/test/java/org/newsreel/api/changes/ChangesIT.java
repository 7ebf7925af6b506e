package org.newsreel.api.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.RunningService;

class ChangesIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "api/changes";
    }

    @Test
    void tellsEverythingSinceTheBeginningAndNothingSinceTheNewest() {
        Response all = given().get(url);

        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.contentType()).startsWith("application/rdf-patch");
        DatasetGraph copy = DatasetGraphFactory.createTxnMem();
        RDFPatchOps.applyChange(copy, new ByteArrayInputStream(all.asString().getBytes(StandardCharsets.UTF_8)));
        assertThat(Txn.calculateRead(copy, () -> copy.getDefaultGraph().size())).isGreaterThan(5);
        assertThat(given().queryParam("since", all.header("Newsreel-Change"))
                        .get(url)
                        .asString())
                .isEmpty();
    }

    @Test
    void refusesNumbersThatAreNotThere() {
        for (String since : new String[] {"-1", "999999", "x"}) {
            given().queryParam("since", since)
                    .get(url)
                    .then()
                    .statusCode(400)
                    .body(containsString("since must be the number of a change, from 0 to"));
        }
    }
}
