package org.newsreel.api.statements;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.Scope;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Prefixes;

class ReviewIT {
    private static final String ID = "https://w3id.org/newsreel/id/";

    private static final String PREFIXES = Prefixes.ALL.entrySet().stream()
            .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + "> ")
            .collect(Collectors.joining());

    @TempDir
    Path folder;

    private MadeStore made;
    private String key;
    private String reader;
    private RunningService service;

    @BeforeEach
    void start() throws Exception {
        made = MadeStore.in(folder);
        KeyFile keys = KeyFile.in(made.directory());
        key = keys.create("Ann at the desk", Scope.INGEST).secret();
        reader = keys.create("reader", Scope.READ).secret();
        service = RunningService.start("-Dnewsreel.store=" + made.directory());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aRejectedStatementLeavesTheMergedGraphAndStaysOutThroughReingestAndRestart() throws Exception {
        String statement = statement("memberOf");
        String fact = "ASK { ?who nr:memberOf/rdfs:label \"Ellery Harbour Board\"@en }";
        assertThat(ask(fact)).isTrue();
        decide(statement, "{\"decision\":\"reject\",\"note\":\"wrong board\"}")
                .statusCode(200)
                .body("statement", equalTo(statement))
                .body("item", equalTo(Documents.HARBOUR))
                .body("fact.subject.name", equalTo("Mara Venn"))
                .body("fact.label", equalTo("member of"))
                .body("reading", nullValue())
                .body("decisions.decision", contains("rejected"))
                .body("decisions[0].reviewer", equalTo("Ann at the desk"))
                .body("decisions[0].note", equalTo("wrong board"))
                .body("changed.added", empty())
                .body("changed.removed.object.name", contains("Ellery Harbour Board"));
        assertThat(ask(fact)).isFalse();
        assertThat(ask("ASK { GRAPH <https://w3id.org/newsreel/id/graph/reviews> { ?r nr:reviewed <" + statement
                        + "> ; prov:wasAttributedTo/rdfs:label \"Ann at the desk\" ; prov:generatedAtTime ?at } }"))
                .isTrue();

        service.close();
        try (KnowledgeStore store = KnowledgeStore.openExisting(made.directory())) {
            assertThat(store.add(List.of(nextVersion())).replaced()).containsExactly(Documents.HARBOUR);
        }
        service = RunningService.start("-Dnewsreel.store=" + made.directory());
        assertThat(ask(fact)).isFalse();
        at(given(), statement).statusCode(200).body("decisions.decision", contains("rejected"));

        given().urlEncodingEnabled(false)
                .header("X-API-Key", key)
                .delete(address(encoded(statement)))
                .then()
                .statusCode(200)
                .body("decisions", empty())
                .body("reading.label", equalTo("member of"))
                .body("changed.added", hasSize(1));
        assertThat(ask(fact)).isTrue();
        given().urlEncodingEnabled(false)
                .header("X-API-Key", key)
                .delete(address(encoded(statement)))
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aCorrectionSaysWhatIsRightInsteadAndTheRestStays() {
        String statement = statement("residence");
        String island = entity("Saint Brannock");
        decide(statement, "{\"decision\":\"correct\",\"object\":\"" + island + "\"}")
                .statusCode(200)
                .body("reading.subject.name", equalTo("Tomas Oake"))
                .body("reading.object.id", equalTo(island))
                .body("decisions[0].instead.object.name", equalTo("Saint Brannock"))
                .body("changed.added.object.name", contains("Saint Brannock"))
                .body("changed.removed.object.name", contains("Port Ellery"));
        // The page of the entity leads to the same statement, in whatever form it is named.
        String shown = given().urlEncodingEnabled(false)
                .get(service.url() + "api/entities/" + encoded(island))
                .jsonPath()
                .getString("facts.find { it.label == 'residence' }.sources[0].statement");
        assertThat(shown).isEqualTo(statement);
        String restated = given().queryParam(
                        "query",
                        "SELECT ?r { GRAPH <" + ID + "graph/identity> { ?r <https://w3id.org/newsreel/ns#restates> <"
                                + statement + "> } }")
                .accept("text/csv")
                .get(service.url() + "sparql")
                .asString()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("none");
        for (String form : List.of(
                encoded(statement),
                statement.substring(ID.length()),
                "id:" + statement.substring(ID.length()),
                encoded(restated))) {
            given().urlEncodingEnabled(false)
                    .get(address(form))
                    .then()
                    .statusCode(200)
                    .body("statement", equalTo(statement))
                    .body("decisions.decision", contains("corrected"));
        }
        decide(statement, "{\"decision\":\"accept\"}")
                .statusCode(200)
                .body("decisions.decision", contains("accepted"))
                .body("changed.added.object.name", contains("Port Ellery"));
    }

    @Test
    void whatCanNotBeDecidedIsAProblemAndChangesNothing() {
        String statement = statement("residence");
        decide(statement, "{\"decision\":\"perhaps\"}")
                .statusCode(400)
                .body("detail", containsString("accept, reject"));
        decide(statement, "{\"decision\":\"reject\",\"reviewer\":\"me\"}")
                .statusCode(400)
                .body("detail", containsString("\"reviewer\""));
        decide(statement, "{").statusCode(400).body("detail", containsString("send JSON such as"));
        decide(statement, "").statusCode(400);
        decide(statement, "[]").statusCode(400);
        decide(statement, "{\"decision\":\"reject\",\"object\":\"id:place/x\"}").statusCode(400);
        decide(statement, "{\"decision\":\"correct\"}").statusCode(400);
        decide(statement, "{\"decision\":\"correct\",\"object\":\"no iri at all\"}")
                .statusCode(422);
        decide(statement, "{\"decision\":\"correct\",\"predicate\":\"nr:memberOf\"}")
                .statusCode(422)
                .body("detail", containsString("vocabulary allows no"));
        decide(statement, "{\"decision\":\"correct\",\"object\":\"id:place/nowhere\"}")
                .statusCode(422);
        decide(statement, "{\"decision\":\"reject\",\"note\":\"\\u0000\"}").statusCode(422);
        decide(ID + "statement/0123456789abcdef01234567", "{\"decision\":\"reject\"}")
                .statusCode(404)
                .contentType("application/problem+json");
        decide("../../etc", "{\"decision\":\"reject\"}").statusCode(404);
        given().body("decision=reject")
                .header("X-API-Key", key)
                .contentType("application/x-www-form-urlencoded")
                .urlEncodingEnabled(false)
                .post(address(encoded(statement)))
                .then()
                .statusCode(415);
        for (RequestSpecification without : List.of(given(), given().header("X-API-Key", reader))) {
            int status = without.contentType("application/json")
                    .body("{\"decision\":\"reject\"}")
                    .urlEncodingEnabled(false)
                    .post(address(encoded(statement)))
                    .statusCode();
            assertThat(status).isIn(401, 403);
        }
        at(given(), statement).body("decisions", empty());
        assertThat(ask("ASK { GRAPH <https://w3id.org/newsreel/id/graph/reviews> { ?s ?p ?o } }"))
                .isFalse();
    }

    @Test
    void twoEntitiesAreMadeOneAndTwoAgain() {
        String mara = entity("Mara Venn");
        String tomas = entity("Tomas Oake");
        link("{\"a\":\"" + mara + "\",\"b\":\"" + tomas + "\",\"decision\":\"same\",\"note\":\"a test\"}")
                .statusCode(200)
                .body("decision.decision", equalTo("same"))
                .body("decision.reviewer", equalTo("Ann at the desk"))
                .body("links", hasSize(1))
                .body("links[0].status", equalTo("merged"))
                .body("changed.removed.size()", org.hamcrest.Matchers.greaterThan(0));
        String one = given().urlEncodingEnabled(false)
                .get(service.url() + "api/entities/" + encoded(tomas))
                .then()
                .statusCode(200)
                .body("merged", hasSize(2))
                .body("merged.name", hasItem("Tomas Oake"))
                .body("links[0].decision", equalTo("same"))
                .body("links[0].score", notNullValue())
                .extract()
                .path("id");
        assertThat(one).isIn(mara, tomas);
        given().queryParam("entity", mara)
                .get(service.url() + "api/links")
                .then()
                .body("total", equalTo(1));
        given().queryParam("status", "merged")
                .get(service.url() + "api/links")
                .then()
                .body("total", equalTo(1));
        given().header("X-API-Key", key)
                .queryParam("a", tomas)
                .queryParam("b", mara)
                .delete(service.url() + "api/links")
                .then()
                .statusCode(200)
                .body("decision", nullValue())
                .body("links", empty());
        given().urlEncodingEnabled(false)
                .get(service.url() + "api/entities/" + encoded(tomas))
                .then()
                .body("id", equalTo(tomas))
                .body("merged", hasSize(1));
        link("{\"a\":\"" + mara + "\",\"b\":\"" + entity("Port Ellery") + "\",\"decision\":\"same\"}")
                .statusCode(422)
                .body("detail", containsString("different types"));
        link("{\"a\":\"" + mara + "\",\"decision\":\"same\"}").statusCode(400);
        link("{\"a\":\"" + mara + "\",\"b\":\"" + mara + "\",\"decision\":\"same\"}")
                .statusCode(422);
        given().queryParam("status", "any")
                .get(service.url() + "api/links")
                .then()
                .statusCode(400);
        given().queryParam("entity", "no iri")
                .get(service.url() + "api/links")
                .then()
                .statusCode(400);
    }

    private ExtractionDocument nextVersion() throws Exception {
        ExtractionDocument old = Documents.harbour(folder.resolve("harbour.mp4"));
        return new ExtractionDocument(
                old.id(),
                "sha256:" + Documents.sha256(new byte[] {1}),
                old.language(),
                old.headline(),
                old.published(),
                old.source(),
                old.url(),
                old.text(),
                old.media(),
                old.mentions(),
                old.chains(),
                old.relations(),
                old.regions(),
                old.models());
    }

    private ValidatableResponse decide(String statement, String body) {
        return given().header("X-API-Key", key)
                .contentType("application/json")
                .body(body)
                .urlEncodingEnabled(false)
                .post(address(encoded(statement)))
                .then();
    }

    private ValidatableResponse link(String body) {
        return given().header("X-API-Key", key)
                .contentType("application/json")
                .body(body)
                .post(service.url() + "api/links")
                .then();
    }

    private ValidatableResponse at(RequestSpecification request, String statement) {
        return request.urlEncodingEnabled(false)
                .get(address(encoded(statement)))
                .then();
    }

    private String address(String id) {
        return service.url() + "api/statements/" + id + "/review";
    }

    private String statement(String property) {
        return given().get(service.url() + "api/items/" + Documents.HARBOUR)
                .jsonPath()
                .getString(
                        "statements.find { it.predicate.iri == 'https://w3id.org/newsreel/ns#" + property + "' }.id");
    }

    private String entity(String name) {
        return given().queryParam("q", name)
                .get(service.url() + "api/entities")
                .jsonPath()
                .getString("entities[0].id");
    }

    private boolean ask(String query) {
        return given().queryParam("query", PREFIXES + query)
                .accept("application/sparql-results+json")
                .get(service.url() + "sparql")
                .jsonPath()
                .getBoolean("boolean");
    }

    private static String encoded(String iri) {
        return URLEncoder.encode(iri, StandardCharsets.UTF_8);
    }
}
