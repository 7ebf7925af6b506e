package org.newsreel.api.items;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.ontology.claim.CodePoints;

class ItemsIT {
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url();
    }

    private static JsonPath item(String id) {
        return given().urlEncodingEnabled(false)
                .get(url + "api/items/"
                        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    @Test
    void listsAllItemsNewestFirstWithTheirFigures() {
        given().get(url + "api/items")
                .then()
                .statusCode(200)
                .body("total", equalTo(4))
                .body("items.id", contains(Documents.HARBOUR, Documents.PICTURE, Documents.CHINESE, Documents.HOSTILE))
                .body("items[0].statements", equalTo(3))
                .body("items[0].entities", equalTo(7))
                .body("items[0].videos", equalTo(1))
                .body("items[0].pictures", equalTo(0))
                .body("items[0].snippet", startsWith("🎬🚢 Mara Venn"))
                .body("items[0].thumbnail.t", equalTo(0.0f))
                .body("items[1].pictures", equalTo(1))
                .body("items[2].language", equalTo("zh"));
    }

    @Test
    void pagesTheList() {
        given().get(url + "api/items?offset=1&limit=2")
                .then()
                .body("total", equalTo(4))
                .body("items.id", contains(Documents.PICTURE, Documents.CHINESE));
        given().get(url + "api/items?offset=9").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void givesTheItemsThatAreNamedInTheirOrder() {
        given().queryParam("id", Documents.CHINESE, "nowhere", Documents.HARBOUR, Documents.HOSTILE)
                .get(url + "api/items")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.id", contains(Documents.CHINESE, Documents.HARBOUR, Documents.HOSTILE));
    }

    @Test
    void searchesHeadlinesSourcesAndText() {
        given().queryParam("q", "brannock courier")
                .get(url + "api/items")
                .then()
                .body("items.id", contains(Documents.HARBOUR));
        given().queryParam("q", "白石镇").get(url + "api/items").then().body("items.id", contains(Documents.CHINESE));
        given().queryParam("q", "nowhere").get(url + "api/items").then().body("total", equalTo(0));
    }

    @Test
    void refusesOffsetsAndLimitsThatAreNoNumbersInRange() {
        for (String query : List.of("offset=-1", "offset=x", "limit=0", "limit=501")) {
            given().get(url + "api/items?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("must be a whole number"));
        }
    }

    @Test
    void everyMentionQuotesTheTextAtItsCodePoints() {
        for (String id : List.of(Documents.HARBOUR, Documents.HOSTILE, Documents.CHINESE)) {
            JsonPath item = item(id);
            CodePoints text = new CodePoints(item.getString("text"));
            List<Map<String, Object>> mentions = item.getList("mentions");
            assertThat(mentions).isNotEmpty();
            for (Map<String, Object> mention : mentions) {
                assertThat(text.slice((int) mention.get("start"), (int) mention.get("end")))
                        .isEqualTo(mention.get("exact"));
            }
        }
    }

    @Test
    void aStatementComesWithItsQuotesAndFrames() {
        JsonPath item = item(Documents.HARBOUR);
        Map<String, Object> member = item.getMap("statements.find { it.predicate.label == 'member of' }");
        assertThat(item.getString("statements[0].subject.label")).isEqualTo("Mara Venn");
        assertThat(item.getString("statements[0].object.label")).isEqualTo("Ellery Harbour Board");
        assertThat(member.get("confidence")).isEqualTo(0.93f);
        List<Map<String, Object>> evidence = item.getList("statements[0].evidence");
        assertThat(evidence).hasSize(4);
        assertThat(evidence.get(0)).containsEntry("kind", "text").containsEntry("exact", "Venn");
        assertThat(evidence.get(2))
                .containsEntry("kind", "frame")
                .containsEntry("frame", 24)
                .containsEntry("t", 0.96f)
                .containsEntry("entity", item.getString("statements[0].subject.iri"));
        assertThat(item.getList("statements.findAll { it.kind == 'relation' }")).hasSize(3);
        assertThat(item.getList("statements.findAll { it.kind == 'type' }")).hasSize(7);
        assertThat(item.getString("activities.find { it.iri == '" + item.getString("statements[3].activity")
                        + "' }.models[0].name"))
                .isEqualTo("made-for-tests");
    }

    @Test
    void boxesAreInPixelsOfTheirFrame() {
        JsonPath item = item(Documents.HARBOUR);
        assertThat(item.getList("regions")).hasSize(7);
        assertThat(item.getDouble("regions[2].t")).isEqualTo(1.92);
        assertThat(item.getDouble("regions[2].x")).isEqualTo(78);
        assertThat(item.getDouble("regions[2].y")).isEqualTo(58);
        assertThat(item.getDouble("regions[2].width")).isEqualTo(44);
        assertThat(item.getString("media[0].kind")).isEqualTo("video");
        assertThat(item.getString("media[0].sha256")).isEqualTo(item.getString("regions[2].media"));
    }

    @Test
    void anIdMayHoldSlashesSpacesAndAnyScript() {
        assertThat(item(Documents.HOSTILE).getString("id")).isEqualTo(Documents.HOSTILE);
        assertThat(item(Documents.HOSTILE).getString("headline")).isEqualTo(Documents.HOSTILE_HEADLINE);
        assertThat(item(Documents.CHINESE).getString("headline")).isEqualTo("青屿航线今日复航");
    }

    @Test
    void anItemOfPicturesAloneHasNoText() {
        JsonPath item = item(Documents.PICTURE);
        assertThat(item.getString("text")).isEmpty();
        assertThat(item.getList("regions")).hasSize(1);
        assertThat(item.getString("regions[0].t")).isNull();
        assertThat(item.getString("entities[0].name")).isEqualTo("Unidentified person 1");
    }

    @Test
    void anUnknownItemIsAProblemOfOneSentence() {
        given().get(url + "api/items/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404))
                .body("detail", equalTo("The store has no item \"nothing-here\"."));
    }
}
