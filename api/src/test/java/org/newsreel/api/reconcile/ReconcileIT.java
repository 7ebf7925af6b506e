package org.newsreel.api.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.api.fixture.RunningService;

/** The calls that OpenRefine 3.x makes, in its order: manifest, batch, suggestions, preview, extension. */
class ReconcileIT {
    private static String root;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        root = RunningService.shared().url();
        url = root + "reconcile";
    }

    @Test
    void theManifestSaysWhereEverythingIs() throws Exception {
        JsonNode manifest = json(given().get(url));
        Specification.manifest(manifest);
        assertThat(manifest.path("suggest").path("entity").path("service_url").asText())
                .isEqualTo(url);
        assertThat(manifest.path("view").path("url").asText()).startsWith(url + "/view");
    }

    @Test
    void aColumnOfNamesIsMatched() throws Exception {
        JsonNode answer = batch(
                """
                {"q0":{"query":"Mara Venn","type":"Person","type_strict":"should","limit":3},
                 "q1":{"query":"Mara Ven"},
                 "q2":{"query":"Ellery Harbor Board","type":["Organization"]},
                 "q3":{"query":"Nobody Of That Name"},
                 "q4":{"query":"青屿航运公司","type":"Organization"}}""");
        Specification.results(answer, "q0", "q1", "q2", "q3", "q4");
        assertThat(answer.at("/q0/result/0/name").asText()).isEqualTo("Mara Venn");
        assertThat(answer.at("/q0/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/q0/result/0/score").asDouble()).isEqualTo(100);
        assertThat(answer.at("/q0/result/0/type/0/id").asText()).isEqualTo("Person");
        assertThat(answer.at("/q1/result/0/name").asText()).isEqualTo("Mara Venn");
        assertThat(answer.at("/q1/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/q1/result/0/score").asDouble()).isBetween(70.0, 99.0);
        assertThat(answer.at("/q2/result/0/name").asText()).isEqualTo("Ellery Harbour Board");
        assertThat(answer.at("/q3/result").size()).isZero();
        assertThat(answer.at("/q4/result/0/match").asBoolean()).isTrue();
        assertThat(json(given().queryParam("queries", "{\"a\":{\"query\":\"Mara Venn\"}}")
                                .get(url))
                        .at("/a/result/0/match")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void propertiesThatDisagreeKeepANameFromMatching() throws Exception {
        JsonNode answer = batch(
                """
                {"right":{"query":"Mara Venn","properties":[{"pid":"memberOf","v":"Ellery Harbour Board"}]},
                 "wrong":{"query":"Mara Venn","properties":[{"pid":"memberOf","v":["Tidewater Institute"]}]},
                 "typed":{"query":"Mara Venn","type":"Place"}}""");
        Specification.results(answer, "right", "wrong", "typed");
        assertThat(answer.at("/right/result/0/match").asBoolean()).isTrue();
        assertThat(answer.at("/right/result/0/score").asDouble())
                .isGreaterThan(answer.at("/wrong/result/0/score").asDouble());
        assertThat(answer.at("/wrong/result/0/match").asBoolean()).isFalse();
        assertThat(answer.at("/typed/result").size()).isZero();
        String board = batch("{\"b\":{\"query\":\"Ellery Harbour Board\"}}")
                .at("/b/result/0/id")
                .asText();
        JsonNode byId = batch("{\"x\":{\"query\":\"Mara Venn\",\"properties\":[{\"pid\":\"memberOf\",\"v\":{\"id\":\""
                + board + "\",\"name\":\"another\"}}]}}");
        assertThat(byId.at("/x/result/0/match").asBoolean()).isTrue();
    }

    @Test
    void suggestionsComeAsOneTypes() throws Exception {
        JsonNode entities = json(given().queryParam("prefix", "Mar").get(url + "/suggest/entity"));
        Specification.suggestions(entities);
        assertThat(entities.at("/result/0/name").asText()).isEqualTo("Mara Venn");
        assertThat(entities.at("/result/0/notable/0/id").asText()).isEqualTo("Person");
        JsonNode properties = json(given().queryParam("prefix", "memb").get(url + "/suggest/property"));
        Specification.suggestions(properties);
        assertThat(properties.path("result"))
                .extracting(p -> p.path("id").asText())
                .contains("memberOf");
        JsonNode types = json(given().queryParam("prefix", "org").get(url + "/suggest/type"));
        Specification.suggestions(types);
        assertThat(types.at("/result/0/id").asText()).isEqualTo("Organization");
        given().queryParam("cursor", "-1").get(url + "/suggest/entity").then().statusCode(400);
    }

    @Test
    void aMatchIsPreviewedAndLeadsToItsPage() throws Exception {
        String id =
                batch("{\"q\":{\"query\":\"Mara Venn\"}}").at("/q/result/0/id").asText();
        given().queryParam("id", id)
                .get(url + "/preview")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .body(containsString("Mara Venn"))
                .body(containsString("Ellery Harbour Board"));
        String hostile = batch("{\"q\":{\"query\":\"Ines <b>Quill</b>\"}}")
                .at("/q/result/0/id")
                .asText();
        String page = given().queryParam("id", hostile).get(url + "/preview").asString();
        assertThat(page).contains("Ines &lt;b&gt;Quill&lt;/b&gt;").doesNotContain("<b>");
        given().redirects()
                .follow(false)
                .queryParam("id", id)
                .get(url + "/view")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        containsString("entity.html?id=https%3A%2F%2Fw3id.org%2Fnewsreel%2Fid%2Fperson%2F"));
        given().queryParam("id", "person/nobody").get(url + "/preview").then().statusCode(404);
        given().get(url + "/preview").then().statusCode(400);
    }

    @Test
    void matchesAreExtendedWithWhatTheGraphStates() throws Exception {
        JsonNode proposal = json(given().queryParam("type", "Person").get(url + "/extend/propose"));
        assertThat(proposal.path("properties"))
                .extracting(p -> p.path("id").asText())
                .contains("names", "memberOf", "residence")
                .doesNotContain("locatedIn");
        String id =
                batch("{\"q\":{\"query\":\"Mara Venn\"}}").at("/q/result/0/id").asText();
        String wanted =
                "{\"ids\":[\"" + id + "\",\"person/nobody\"],\"properties\":[{\"id\":\"memberOf\"},{\"id\":\"names\"},"
                        + "{\"id\":\"residence\"}]}";
        for (String path : new String[] {url, url + "/extend"}) {
            JsonNode table = json(form().formParam("extend", wanted).post(path));
            Specification.extension(table);
            assertThat(table.at("/rows").path(id).at("/memberOf/0/name").asText())
                    .isEqualTo("Ellery Harbour Board");
            assertThat(table.at("/rows").path(id).at("/names/0/str").asText()).isEqualTo("Mara Venn");
            assertThat(table.at("/rows").path(id).path("residence").size()).isZero();
            assertThat(table.at("/rows").path("person/nobody").path("memberOf").size())
                    .isZero();
        }
    }

    @Test
    void whatIsNoBatchIsAProblem() {
        for (String wrong :
                new String[] {"", "{", "[]", "{\"q\":{}}", "{\"q\":5}", "{\"q\":{\"query\":{}}}", "{} {}"}) {
            form().formParam("queries", wrong).post(url).then().statusCode(400).contentType("application/problem+json");
        }
        form().formParam("extend", "{\"ids\":1}").post(url).then().statusCode(400);
        form().formParam("other", "x").post(url).then().statusCode(400);
        given().get(url + "/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static JsonNode batch(String queries) throws Exception {
        return json(form().formParam("queries", queries).post(url));
    }

    private static JsonNode json(Response response) throws Exception {
        response.then().statusCode(200).contentType("application/json");
        return new ObjectMapper().readTree(response.asString());
    }
}
