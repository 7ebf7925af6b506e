package org.newsreel.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.restassured.response.ValidatableResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

/** Tokens, other hosts that are allowed, and what is kept of who did what. */
class SecurityIT {
    private static final String ISSUER = "https://login.example/realms/news";

    @TempDir
    static Path folder;

    private static final List<String> reached = Collections.synchronizedList(new ArrayList<>());
    private static RsaJsonWebKey provider;
    private static HttpServer friend;
    private static HttpServer stranger;
    private static RunningService service;
    private static String sparql;
    private static Path store;

    @BeforeAll
    static void start() throws Exception {
        provider = RsaJwkGenerator.generateJwk(2048);
        provider.setKeyId("k1");
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, new JsonWebKeySet(provider).toJson());
        stranger = server();
        friend = server();
        reply(stranger, "/secret.ttl", 200, "text/turtle", "<x:secret> <x:p> 1 .", "");
        reply(friend, "/data.ttl", 200, "text/turtle", "<x:loaded> <x:p> \"héllo\", _:b . _:b <x:q> 1 .", "");
        reply(friend, "/away", 302, "text/plain", "", address(stranger) + "/secret.ttl");
        reply(friend, "/context", 200, "application/ld+json", "{\"@context\": {\"name\": \"x:name\"}}", "");
        reply(
                friend,
                "/sparql",
                200,
                "application/sparql-results+json",
                "{\"head\":{\"vars\":[\"o\"]},\"results\":{\"bindings\":[{\"o\":{\"type\":\"uri\",\"value\":\"x:there\"}}]}}",
                "");
        store = folder.resolve("store");
        KnowledgeStore.open(store).close();
        service = RunningService.start(
                "-Dnewsreel.store=" + store,
                "-Dnewsreel.api-key=" + RunningService.KEY,
                "-Dnewsreel.federation-hosts=127.0.0.1:" + friend.getAddress().getPort(),
                "-Dnewsreel.oidc.issuer=" + ISSUER,
                "-Dnewsreel.oidc.keys=" + keys,
                "-Dnewsreel.oidc.roles-claim=realm_access.roles");
        sparql = service.url() + "sparql";
    }

    @AfterAll
    static void stop() {
        service.close();
        friend.stop(0);
        stranger.stop(0);
    }

    private static HttpServer server() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void reply(HttpServer server, String path, int status, String type, String body, String location) {
        server.createContext(path, exchange -> {
            reached.add(path);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static ValidatableResponse update(String text) {
        return given().header("X-API-Key", RunningService.KEY)
                .contentType("application/sparql-update; charset=UTF-8")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(sparql)
                .then();
    }

    private static ValidatableResponse query(String text) {
        return given().accept("application/sparql-results+json")
                .queryParam("query", text)
                .get(sparql)
                .then();
    }

    @Test
    void serviceAsksAllowedHostsAndNoOthers() {
        query("SELECT ?o { SERVICE <" + address(friend) + "/sparql> { ?s ?p ?o } }")
                .statusCode(200)
                .body("results.bindings[0].o.value", equalTo("x:there"));
        query("SELECT ?o { SERVICE <" + address(stranger) + "/secret.ttl> { ?s ?p ?o } }")
                .statusCode(403)
                .body("detail", containsString("NEWSREEL_FEDERATION_HOSTS"));
        query("SELECT ?o { SERVICE <" + address(friend) + "/away> { ?s ?p ?o } }")
                .statusCode(502)
                .contentType("application/problem+json");
        assertThat(reached).doesNotContain("/secret.ttl");
    }

    @Test
    void loadFetchesFromAllowedHostsAndFollowsNoRedirection() {
        update("LOAD <" + address(friend) + "/data.ttl> INTO GRAPH <x:g>").statusCode(204);
        query("ASK { GRAPH <x:g> { <x:loaded> <x:p> 'héllo' ; <x:p>/<x:q> 1 } }")
                .body("boolean", equalTo(true));
        update("LOAD <" + address(stranger) + "/secret.ttl>").statusCode(403);
        update("LOAD SILENT <" + address(stranger) + "/secret.ttl>").statusCode(403);
        update("LOAD <" + address(friend) + "/away>").statusCode(502).body("detail", containsString("redirects"));
        update("LOAD SILENT <" + address(friend) + "/away> ; INSERT DATA { GRAPH <x:h> { <x:a> <x:b> 1 } }")
                .statusCode(204);
        query("ASK { GRAPH <x:h> { <x:a> <x:b> 1 } FILTER NOT EXISTS { <x:secret> ?p ?o } }")
                .body("boolean", equalTo(true));
        assertThat(reached).doesNotContain("/secret.ttl");
    }

    @Test
    void contextsComeFromAllowedHostsAlone() {
        for (String host : new String[] {address(friend), address(stranger)}) {
            given().header("X-API-Key", RunningService.KEY)
                    .contentType("application/ld+json")
                    .body("{\"@context\": \"" + host + "/context\", \"@id\": \"x:a\", \"name\": \"b\"}")
                    .put(service.url() + "rdf-graph-store?graph=x:ld")
                    .then()
                    .statusCode(host.equals(address(friend)) ? 201 : 400);
        }
        query("ASK { GRAPH <x:ld> { <x:a> <x:name> 'b' } }").body("boolean", equalTo(true));
    }

    private static JwtClaims claims(String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("newsreel");
        claims.setSubject("ann");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("realm_access", java.util.Map.of("roles", List.of(roles)));
        return claims;
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws Exception {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }

    private static int updateWith(String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/sparql-update; charset=UTF-8")
                .body("INSERT DATA { GRAPH <x:token> { <x:a> <x:b> 1 } }".getBytes(StandardCharsets.UTF_8))
                .post(sparql)
                .statusCode();
    }

    @Test
    void aTokenAllowsWhatItsRolesSay() throws Exception {
        assertThat(updateWith(signed(claims("newsreel-admin"), provider))).isEqualTo(204);
        assertThat(updateWith(signed(claims("newsreel-ingest"), provider))).isEqualTo(401);
        given().header("Authorization", "Bearer " + signed(claims("newsreel-read"), provider))
                .delete(service.url() + "api/items/none")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + signed(claims("newsreel-ingest"), provider))
                .delete(service.url() + "api/items/none")
                .then()
                .statusCode(404);
        assertThat(Files.readString(store.resolve("audit/audit.jsonl")))
                .contains("\"who\":\"oidc:ann\"")
                .doesNotContain(RunningService.KEY);
    }

    @Test
    void noOtherTokenAllowsAnything() throws Exception {
        RsaJsonWebKey other = RsaJwkGenerator.generateJwk(2048);
        other.setKeyId("k1");
        assertThat(updateWith(signed(claims("newsreel-admin"), other)))
                .as("signed by another")
                .isEqualTo(401);
        JwtClaims late = claims("newsreel-admin");
        late.setExpirationTimeMinutesInTheFuture(-5);
        assertThat(updateWith(signed(late, provider))).as("out of date").isEqualTo(401);
        JwtClaims elsewhere = claims("newsreel-admin");
        elsewhere.setAudience("shop");
        assertThat(updateWith(signed(elsewhere, provider)))
                .as("for another service")
                .isEqualTo(401);
        JwtClaims forged = claims("newsreel-admin");
        forged.setIssuer("https://evil.example");
        assertThat(updateWith(signed(forged, provider))).as("of another issuer").isEqualTo(401);
        assertThat(updateWith(signed(claims(), provider))).as("without a role").isEqualTo(401);
        JsonWebSignature symmetric = new JsonWebSignature();
        symmetric.setPayload(claims("newsreel-admin").toJson());
        symmetric.setKeyIdHeaderValue("k1");
        symmetric.setKey(new HmacKey(provider.getPublicKey().getEncoded()));
        symmetric.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        assertThat(updateWith(symmetric.getCompactSerialization()))
                .as("signed with the public key as a secret")
                .isEqualTo(401);
    }

    @Test
    void whoChangesSomethingOrTriesToIsOnRecordUnderTheRequestsId() throws Exception {
        given().header("X-Request-Id", "desk-42")
                .contentType("application/sparql-update; charset=UTF-8")
                .body("CLEAR ALL".getBytes(StandardCharsets.UTF_8))
                .post(sparql)
                .then()
                .statusCode(401)
                .header("X-Request-Id", "desk-42");
        String made = given().header("X-Request-Id", "bad id\tforged")
                .header("X-API-Key", RunningService.KEY)
                .delete(service.url() + "api/items/nothing")
                .then()
                .statusCode(404)
                .extract()
                .header("X-Request-Id");
        assertThat(made).matches("[0-9a-f-]{36}");
        List<String> lines = recordWith(made);
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("\"request\":\"desk-42\"")
                .contains("\"outcome\":\"refused\"")
                .contains("\"who\":\"nobody known\""));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("\"request\":\"" + made + "\"")
                .contains("\"who\":\"configured\"")
                .contains("\"path\":\"/api/items/nothing\"")
                .contains("\"status\":404"));
        assertThat(lines).allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
    }

    /** The audit once it knows of a request: its line is written when the answer is out. */
    private static List<String> recordWith(String request) throws Exception {
        List<String> lines = List.of();
        for (int i = 0; i < 100; i++) {
            lines = Files.readAllLines(store.resolve("audit/audit.jsonl"));
            if (lines.stream().anyMatch(line -> line.contains(request))) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return lines;
    }
}
