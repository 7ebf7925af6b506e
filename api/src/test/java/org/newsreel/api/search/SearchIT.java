package org.newsreel.api.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.RunningService;

class SearchIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "api/search";
    }

    @Test
    void theSearchBoxFindsEntitiesItemsAndRelations() {
        given().queryParam("q", "Mara Ven")
                .get(url)
                .then()
                .statusCode(200)
                .body("matches[0].kind", equalTo("entity"))
                .body("matches[0].name", equalTo("Mara Venn"))
                .body("matches[0].type", equalTo("PER"))
                .body("matches[0].items", equalTo(1));
        given().queryParam("q", "ferry terminal")
                .queryParam("kind", "item")
                .get(url)
                .then()
                .body("matches.id", contains(Documents.HARBOUR))
                .body("matches[0].published", equalTo("2026-03-10T09:30:00Z"));
        given().queryParam("q", "航线").get(url).then().body("matches.id", contains(Documents.CHINESE));
        given().queryParam("q", "member of")
                .queryParam("kind", "relation")
                .get(url)
                .then()
                .body("matches.id", hasItem("https://w3id.org/newsreel/ns#memberOf"));
    }

    @Test
    void pagesAndFiltersHold() {
        given().queryParam("kind", "entity")
                .queryParam("limit", 2)
                .get(url)
                .then()
                .body("matches", hasSize(2));
        given().queryParam("q", "ellery")
                .queryParam("type", "LOC")
                .get(url)
                .then()
                .body("matches.name", contains("Port Ellery"));
        given().queryParam("q", "zzzzzz")
                .get(url)
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("matches", empty());
        for (String wrong :
                new String[] {"kind=all", "type=person", "limit=0", "limit=x", "offset=-1", "offset=10000"}) {
            given().get(url + "?q=x&" + wrong).then().statusCode(400).contentType("application/problem+json");
        }
    }
}
