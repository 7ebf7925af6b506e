package org.newsreel.api.sparql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.api.fixture.RunningService;

class SparqlIT {
    private static final String MEMBERS =
            "PREFIX nr: <https://w3id.org/newsreel/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                    + "SELECT ?name WHERE { ?person nr:memberOf ?board ; rdfs:label ?name }";

    private static String url;
    private static String graphs;

    @BeforeAll
    static void start() throws Exception {
        url = RunningService.shared().url() + "sparql";
        graphs = RunningService.shared().url() + "rdf-graph-store";
    }

    private static RequestSpecification form(String name, String value) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam(name, value);
    }

    private static RequestSpecification withKey(RequestSpecification request) {
        return request.header("Authorization", "Bearer " + RunningService.KEY);
    }

    @Test
    void queriesAreTakenInAllThreeForms() {
        for (Response answer : new Response[] {
            given().queryParam("query", MEMBERS).get(url),
            form("query", MEMBERS).post(url),
            given().contentType("application/sparql-query")
                    .body(MEMBERS.getBytes(StandardCharsets.UTF_8))
                    .post(url)
        }) {
            answer.then()
                    .statusCode(200)
                    .contentType("application/sparql-results+json")
                    .body("results.bindings.name.value", hasItem("Mara Venn"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv",
        "text/tab-separated-values, text/tab-separated-values",
        "*/*, application/sparql-results+json",
        "'text/csv;q=0.1, application/sparql-results+xml;q=0.9', application/sparql-results+xml",
        "'application/pdf, text/csv;q=0.2', text/csv"
    })
    void resultsOfSelectComeInTheFormatThatIsAskedFor(String accept, String type) {
        given().accept(accept)
                .queryParam("query", MEMBERS)
                .get(url)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .body(containsString("Mara Venn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/n-triples",
                "application/rdf+xml",
                "application/ld+json",
                "application/trig",
                "application/n-quads"
            })
    void constructComesInEveryRdfSyntax(String accept) {
        given().accept(accept)
                .queryParam("query", "CONSTRUCT WHERE { ?s <https://w3id.org/newsreel/ns#memberOf> ?o }")
                .get(url)
                .then()
                .statusCode(200)
                .contentType(startsWith(accept))
                .body(containsString("memberOf"));
    }

    @Test
    void aGraphOfTheStoreCanBeTheDefaultGraph() {
        String graph = given().queryParam("query", "SELECT ?g { GRAPH ?g { ?i <https://schema.org/inLanguage> 'zh' } }")
                .get(url)
                .jsonPath()
                .getString("results.bindings[0].g.value");
        given().queryParam("query", "SELECT (COUNT(*) AS ?n) { ?s a <https://schema.org/NewsArticle> }")
                .queryParam("default-graph-uri", graph)
                .get(url)
                .then()
                .body("results.bindings[0].n.value", equalTo("1"));
    }

    @Test
    void aBareGetDescribesTheServiceOrSendsABrowserToTheQueryPage() {
        given().get(url)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/turtle"))
                .body(containsString("sd:SPARQL11Query"));
        given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(url)
                .then()
                .statusCode(303)
                .header("Location", "/sparql.html");
    }

    @Test
    void aParseErrorNamesLineAndColumn() {
        given().queryParam("query", "SELECT * {\n ?s ?p \n}")
                .get(url)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("line 3, column 1"));
        form("query", "SELECT * { ?s ?p 爱 爱 }")
                .post(url)
                .then()
                .statusCode(400)
                .body("detail", containsString("line 1"));
    }

    @Test
    void anEmptyQueryIsAProblemAndNotAFailure() {
        given().queryParam("query", "").get(url).then().statusCode(400).contentType("application/problem+json");
        given().queryParam("nothing", "x").get(url).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aQueryStopsAtItsTimeout() {
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }";
        given().queryParam("query", endless)
                .queryParam("timeout", "1")
                .get(url)
                .then()
                .statusCode(503)
                .body("detail", containsString("longer than the service allows"));
    }

    @Test
    void otherEndpointsAreNotAsked() {
        given().queryParam("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
                .get(url)
                .then()
                .statusCode(422)
                .body("detail", containsString("SERVICE is switched off"));
        withKey(form("update", "INSERT { <x:a> <x:b> ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"))
                .post(url)
                .then()
                .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
    }

    @Test
    void filesAndOtherHostsAreNotLoaded() {
        for (String load : new String[] {
            "LOAD <file:///etc/hostname>",
            "LOAD SILENT <http://127.0.0.1:9/x.ttl> INTO GRAPH <x:g>",
            "INSERT DATA { <x:a> <x:b> 1 } ; LOAD <file:///etc/hostname>"
        }) {
            withKey(form("update", load))
                    .post(url)
                    .then()
                    .statusCode(403)
                    .body("detail", startsWith("LOAD is switched off"));
        }
        assertThat(ask("ASK { <x:a> <x:b> 1 }")).isFalse();
    }

    /** Jena's time limit for updates ended the second of several operations with a pattern at once. */
    @Test
    void anUpdateOfSeveralOperationsWithPatternsIsDoneWhole() {
        String update =
                """
                INSERT DATA { GRAPH <x:many> { <x:a> <x:p> 1 } } ;
                INSERT { GRAPH <x:many> { ?s <x:q> ?o } } WHERE { GRAPH <x:many> { ?s <x:p> ?o } } ;
                DELETE { GRAPH <x:many> { ?s <x:p> ?o } } WHERE { GRAPH <x:many> { ?s <x:p> ?o } } ;
                INSERT { GRAPH <x:many> { ?s <x:r> ?o } } WHERE { GRAPH <x:many> { ?s <x:q> ?o } }""";
        withKey(form("update", update)).post(url).then().statusCode(200);

        assertThat(ask("ASK { GRAPH <x:many> { <x:a> <x:q> 1 ; <x:r> 1 } }")).isTrue();
        assertThat(ask("ASK { GRAPH <x:many> { <x:a> <x:p> ?o } }")).isFalse();
    }

    @Test
    void writingNeedsTheKey() {
        String update = "INSERT DATA { GRAPH <x:key> { <x:a> <x:b> \"ü 🚢\" } }";
        form("update", update).post(url).then().statusCode(401).contentType("application/problem+json");
        form("update", update).header("X-API-Key", "guess").post(url).then().statusCode(401);
        given().contentType("application/sparql-update; charset=UTF-8")
                .body(update.getBytes(StandardCharsets.UTF_8))
                .post(url)
                .then()
                .statusCode(401);
        assertThat(ask("ASK { GRAPH <x:key> { ?s ?p ?o } }")).isFalse();

        withKey(form("update", update)).post(url).then().statusCode(200);
        assertThat(ask("ASK { GRAPH <x:key> { <x:a> <x:b> \"ü 🚢\" } }")).isTrue();
        given().header("X-API-Key", RunningService.KEY)
                .contentType("application/sparql-update; charset=UTF-8")
                .body("DROP GRAPH <x:key>".getBytes(StandardCharsets.UTF_8))
                .post(url)
                .then()
                .statusCode(204);
        assertThat(ask("ASK { GRAPH <x:key> { ?s ?p ?o } }")).isFalse();
    }

    @Test
    void anUpdateThatCanNotBeParsedNamesItsPlace() {
        withKey(form("update", "INSERT DATA {"))
                .post(url)
                .then()
                .statusCode(400)
                .body("detail", containsString("line 1, column"));
    }

    @Test
    void anUpdateMayNotNameItsDatasetTwice() {
        withKey(form("update", "INSERT { <x:a> <x:b> <x:c> } USING <x:g> WHERE { ?s ?p ?o }"))
                .queryParam("using-graph-uri", "x:h")
                .post(url)
                .then()
                .statusCode(400);
    }

    @Test
    void graphsAreReadByAllAndWrittenWithTheKey() {
        String graph = graphs + "?graph=http://example.org/made";
        byte[] turtle = "<http://example.org/a> <http://example.org/b> \"中\" .".getBytes(StandardCharsets.UTF_8);
        given().get(graph).then().statusCode(404).contentType("application/problem+json");
        given().contentType("text/turtle").body(turtle).put(graph).then().statusCode(401);
        withKey(given())
                .contentType("text/turtle")
                .body(turtle)
                .put(graph)
                .then()
                .statusCode(201);
        given().accept("application/n-triples")
                .get(graph)
                .then()
                .statusCode(200)
                .body(containsString("中"));
        given().head(graph).then().statusCode(200);
        given().delete(graph).then().statusCode(401);
        withKey(given()).delete(graph).then().statusCode(204);
        given().get(graph).then().statusCode(404);
        given().get(graphs + "?default").then().statusCode(200).body(containsString("Mara Venn"));
    }

    @Test
    void answersOfAllPathsForbidSniffingAndForeignContent() throws Exception {
        String root = url.substring(0, url.length() - "sparql".length());
        for (String path : new String[] {"", "sparql?query=ASK%7B%7D", "api/items", "api/nothing", "q/health"}) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(java.net.URI.create(root + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'");
        }
    }

    @Test
    void otherOriginsGetNoLeaveToReadUnlessNamed() {
        given().header("Origin", "https://elsewhere.example")
                .queryParam("query", "ASK {}")
                .get(url)
                .then()
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void healthAndDescriptionAreWhereQuarkusUsersExpectThem() {
        String root = url.substring(0, url.length() - "sparql".length());
        given().get(root + "q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get(root + "q/health/ready")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("checks.name", hasItem("store"));
        given().accept("application/json")
                .get(root + "q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/items"))
                .body("paths.keySet()", hasItem("/media/{sha256}/frame"));
    }

    private static boolean ask(String query) {
        return given().queryParam("query", query).get(url).jsonPath().getBoolean("boolean");
    }
}
