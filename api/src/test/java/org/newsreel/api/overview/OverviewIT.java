package org.newsreel.api.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.RunningService;

class OverviewIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "api/overview";
    }

    @Test
    void countsAreThoseOfTheMadeItems() {
        given().get(url)
                .then()
                .statusCode(200)
                .body("items", equalTo(4))
                .body("videos", equalTo(1))
                .body("pictures", equalTo(1))
                .body("facts", equalTo(5))
                .body("models", hasItem(equalTo(Map.of("role", "relations", "name", "made-for-tests", "items", 4))));
    }

    @Test
    void termsHaveNamesInBothLanguages() {
        given().get(url + "/terms")
                .then()
                .statusCode(200)
                .body("prefixes.nr", equalTo("https://w3id.org/newsreel/ns#"))
                .body("terms.prefixed", hasItems("nr:memberOf", "nr:Person", "oa:exact", "schema:headline"))
                .body("terms.find { it.prefixed == 'nr:residence' }.labels.zh", equalTo("居住地"))
                .body("terms.findAll { it.relation }.labels", everyItem(hasKey("zh")))
                .body("terms.find { it.prefixed == 'nr:confidence' }", hasEntry("relation", false));
    }
}
