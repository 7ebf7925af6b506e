package org.newsreel.api.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.RunningService;

class SubtitlesApiIT {
    private static String url;
    private static String video;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url();
        video = RunningService.made().video();
    }

    @Test
    void anItemSaysWhereTheSubtitlesOfItsVideoAre() {
        String where = given().get(url + "api/items/" + Documents.HARBOUR)
                .then()
                .body("media[0].subtitles", equalTo("media/" + video + "/subtitles?item=" + Documents.HARBOUR))
                .extract()
                .path("media[0].subtitles");
        String file = given().get(url + where)
                .then()
                .statusCode(200)
                .contentType("text/vtt;charset=utf-8")
                .header("Cache-Control", equalTo("no-cache"))
                .extract()
                .asString();
        assertThat(file)
                .startsWith("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nMara Venn opened the terminal.\n")
                .contains("Tomas Oake &amp; &lt;others&gt;\nwere there.\n", "🚢");
        given().get(url + "api/items/" + Documents.PICTURE).then().body("media[0].subtitles", nullValue());
    }

    @Test
    void theyAreTaggedAndFoundWithoutTheItem() {
        String tag = given().get(url + "media/" + video + "/subtitles")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get(url + "media/" + video + "/subtitles")
                .then()
                .statusCode(304);
    }

    @Test
    void otherItemsAndFilesHaveNone() {
        given().get(url + "media/" + video + "/subtitles?item=" + Documents.PICTURE)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no subtitles"));
        given().get(url + "media/" + "0".repeat(64) + "/subtitles").then().statusCode(404);
        given().get(url + "media/abc/subtitles").then().statusCode(404).body("detail", containsString("SHA-256"));
    }

    @Test
    void anItemSaysWhereNetworksLooked() {
        given().get(url + "api/items/" + Documents.HARBOUR)
                .then()
                .body(
                        "statements.find { it.predicate.label == 'member of' }.attentionMaps.network",
                        equalTo(java.util.List.of("looker", "other-looker")))
                .body(
                        "statements.find { it.predicate.label == 'member of' }.attentionMaps[0].cells",
                        equalTo("VQAA/w=="))
                .body("statements.find { it.predicate.label == 'residence' }.attentionMaps", nullValue());
    }
}
