package org.newsreel.api.entities;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.RunningService;

class EntitiesIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "api/entities";
    }

    @Test
    void namesAreFoundByPartsInAnyCase() {
        given().queryParam("q", "ellery")
                .get(url)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("entities.name", contains("Ellery Harbour Board", "Port Ellery"))
                .body("entities[0].type", equalTo("ORG"));
        given().queryParam("q", "青屿").get(url).then().body("entities.name", contains("青屿航运公司"));
        given().queryParam("limit", "3").get(url).then().body("entities", hasSize(3));
    }

    @Test
    void oneEntityHasItsFactsWithTheirSources() {
        String iri = given().queryParam("q", "Ellery Harbour Board")
                .get(url)
                .jsonPath()
                .getString("entities[0].id");
        for (String id : new String[] {
            URLEncoder.encode(iri, StandardCharsets.UTF_8), iri.substring("https://w3id.org/newsreel/id/".length())
        }) {
            given().urlEncodingEnabled(false)
                    .get(url + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(iri))
                    .body("facts", hasSize(1))
                    .body("facts[0].subject.name", equalTo("Mara Venn"))
                    .body("facts[0].label", equalTo("member of"))
                    .body("facts[0].sources[0].item", equalTo(Documents.HARBOUR))
                    .body("facts[0].sources[0].confidence", equalTo(0.93f))
                    .body("items.id", contains(Documents.HARBOUR));
        }
    }

    @Test
    void theSourceLeadsToTheStatementOfTheItem() {
        String iri = given().queryParam("q", "Tomas Oake").get(url).jsonPath().getString("entities[0].id");
        String statement = given().urlEncodingEnabled(false)
                .get(url + "/" + URLEncoder.encode(iri, StandardCharsets.UTF_8))
                .jsonPath()
                .getString("facts[0].sources[0].statement");
        assertThat(statement).isNotBlank();
        given().get(url.replace("entities", "items/") + Documents.HARBOUR)
                .then()
                .body("statements.id", hasItem(statement));
    }

    @Test
    void unknownEntitiesAndBadLimitsAreProblems() {
        given().get(url + "/person/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("person/nobody"));
        given().get(url + "?limit=0").then().statusCode(400);
        given().get(url + "?limit=many").then().statusCode(400);
    }
}
