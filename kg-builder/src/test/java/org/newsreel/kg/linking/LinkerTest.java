package org.newsreel.kg.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.federation.AllowedHosts;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.merge.OwnLink;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.store.KnowledgeStore;

class LinkerTest {
    private static final String CORP = "https://corp.example/";
    private static final AllowedHosts LOOPBACK = AllowedHosts.of("127.0.0.1");

    @TempDir
    Path directory;

    private KnowledgeStore store;

    @BeforeEach
    void fill() {
        store = KnowledgeStore.open(directory.resolve("store"));
        store.add(List.of(
                new NamedNews("a")
                        .people("Mira Holm", "Tomas Vey")
                        .groups("Tidewater Institute")
                        .places("Port Sella")
                        .done(),
                new NamedNews("b").people("Ana Ruiz", "Brandt").groups("青屿航运公司").done()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void unmistakableNamesOfACsvAreAcceptedAndOthersProposed() throws Exception {
        List<OwnLink> links = link(
                """
                id,label,type,aliases
                https://corp.example/1,"Holm, Mira",PER,
                https://corp.example/2,Tomas Vay,PER,
                https://corp.example/3,The Tidewater Institute Ltd,ORG,TI|Tidewater Institute
                https://corp.example/4,Port Sella,PER,
                https://corp.example/5,Ana Ruiz,,
                https://corp.example/6,Ana Ruiz,PER,
                https://corp.example/7,Brandt,PER,
                https://corp.example/8,青屿航运公司,ORG,
                """);
        assertThat(links)
                .filteredOn(OwnLink::accepted)
                .extracting(OwnLink::own)
                .containsExactlyInAnyOrder(CORP + "1", CORP + "3", CORP + "8");
        assertThat(links)
                .filteredOn(link -> !link.accepted())
                .extracting(OwnLink::own)
                .as("a typing error, two of one name, one word")
                .contains(CORP + "2", CORP + "5", CORP + "6", CORP + "7")
                .doesNotContain(CORP + "4");
        assertThat(links).allSatisfy(link -> assertThat(link.reasons()).isNotEmpty());
        assertThat(sameAs()).containsExactly(CORP + "1", CORP + "3", CORP + "8");
        assertThat(store.verify().problems()).isEmpty();
    }

    @Test
    void linksStayThroughReingestAndGoWithTheLastItem() throws Exception {
        link("id,label,type\nhttps://corp.example/1,Mira Holm,PER\nhttps://corp.example/2,Ana Ruiz,PER\n");
        store.add(List.of(
                new NamedNews("a")
                        .people("Mira Holm")
                        .groups("Another Institute")
                        .done(),
                new NamedNews("c").people("Mira Holm").done()));
        assertThat(sameAs()).containsExactly(CORP + "1", CORP + "2");
        store.forget("a");
        assertThat(sameAs()).containsExactly(CORP + "1", CORP + "2");
        store.forget("c");
        assertThat(sameAs()).containsExactly(CORP + "2");
        store.forget("b");
        assertThat(linked()).isEmpty();
    }

    @Test
    void aPersonsWordOutlivesAnotherRunAndCanBeTakenBack() throws Exception {
        String csv = "id,label,type\nhttps://corp.example/1,Mira Holm,PER\nhttps://corp.example/2,Tomas Vay,PER\n";
        link(csv);
        List<String> before = linked();
        ReviewDesk desk = new ReviewDesk(store);
        String mira = entity(CORP + "1");
        String tomas = entity(CORP + "2");
        desk.decide(mira, CORP + "1", Decision.DIFFERENT, "ann", Optional.of("a namesake"));
        desk.decide(CORP + "2", tomas, Decision.SAME, "ann", Optional.empty());
        assertThat(sameAs()).containsExactly(CORP + "2");
        link(csv);
        assertThat(sameAs()).containsExactly(CORP + "2");
        assertThat(desk.linksOf(mira)).singleElement().satisfies(link -> {
            assertThat(link.status()).isEqualTo("apart");
            assertThat(link.decision()).contains(Decision.DIFFERENT);
            assertThat(link.otherName()).isEqualTo("Mira Holm");
        });
        assertThat(desk.links("merged")).extracting(IdentityLink::other).contains(CORP + "2");
        assertThat(desk.withdraw(List.of(mira, CORP + "1"))).isPresent();
        assertThat(desk.withdraw(List.of(tomas, CORP + "2"))).isPresent();
        assertThat(desk.withdraw(List.of(tomas, CORP + "2"))).isEmpty();
        link(csv);
        assertThat(linked()).isEqualTo(before);
        desk.decide(mira, CORP + "by-hand", Decision.SAME, "ann", Optional.empty());
        assertThat(sameAs()).contains(CORP + "by-hand");
        assertThat(desk.withdraw(List.of(mira, CORP + "by-hand"))).isPresent();
        assertThat(linked()).isEqualTo(before);
        assertThatThrownBy(() -> desk.decide(mira + "0", CORP + "1", Decision.SAME, "ann", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatASourceNoLongerHasIsProposedNoMore() throws Exception {
        link("id,label,type\nhttps://corp.example/1,Mira Holm,PER\nhttps://corp.example/2,Tomas Vay,PER\n");
        link("id,label,type\nhttps://corp.example/3,Ana Ruiz,PER\n");
        assertThat(sameAs()).containsExactly(CORP + "3");
        assertThat(linked()).noneMatch(quad -> quad.contains("Tomas Vay"));
    }

    @Test
    void anRdfDumpIsReadByItsLabels() throws Exception {
        Path file = directory.resolve("corp.ttl");
        Files.writeString(
                file,
                """
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX schema: <http://schema.org/>
                <https://corp.example/1> a schema:Person ; schema:name "Mira B. Holm" ; schema:alternateName "Mira Holm"@en .
                <https://corp.example/3> skos:prefLabel "Tidewater Institute"@en ; skos:altLabel "TI" .
                """);
        new Linker(0.75, 0.97).link(graphs(), EntityFiles.read(file));
        assertThat(sameAs()).containsExactly(CORP + "1", CORP + "3");
    }

    @Test
    void aSparqlEndpointIsAskedByNameWhereItsHostIsAllowed() {
        DatasetGraph remote = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(
                        "<https://corp.example/1> a <https://schema.org/Person> ;"
                                + " <http://www.w3.org/2000/01/rdf-schema#label> \"Mira Holm\"@en .",
                        Lang.TURTLE)
                .parse(remote);
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", remote)
                .build()
                .start();
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + server.getPort() + "/ds");
            Linker.STANDARD.link(graphs(), new SparqlEntities(endpoint, LOOPBACK));
            assertThat(sameAs()).containsExactly(CORP + "1");
            assertThatThrownBy(() -> new SparqlEntities(endpoint, AllowedHosts.of(null)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(AllowedHosts.VARIABLE);
        } finally {
            server.stop();
        }
    }

    @Test
    void aReconciliationServiceIsAskedInBatches() throws Exception {
        List<String> batches = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/reconcile", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String answer = "{\"identifierSpace\":\"https://corp.example/\"}";
            if (!body.isEmpty()) {
                batches.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
                StringBuilder results = new StringBuilder("{");
                java.util.regex.Matcher query = java.util.regex.Pattern.compile(
                                "\"(q[0-9_]+)\":\\{\"query\":\"([^\"]*)\"")
                        .matcher(batches.get(batches.size() - 1));
                while (query.find()) {
                    results.append(results.length() > 1 ? "," : "")
                            .append("\"" + query.group(1) + "\":{\"result\":[")
                            .append(
                                    query.group(2).equals("Mira Holm")
                                            ? "{\"id\":\"42\",\"name\":\"Mira Holm\",\"score\":99,\"type\":[{\"id\":\"Person\"}]}"
                                            : "")
                            .append("]}");
                }
                answer = results.append("}").toString();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI service = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/reconcile");
            Linker.STANDARD.link(graphs(), new ReconciledEntities(service, LOOPBACK));
            assertThat(sameAs()).containsExactly(CORP + "42");
            assertThat(batches).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoListOfEntitiesIsSaidInOneSentence() throws Exception {
        for (String wrong :
                List.of("", "a,b\n1,2\n", "id,label\nno iri,Mira Holm\n", "id,label\nhttps://corp.example/1, \n")) {
            assertThatThrownBy(() -> link(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("corp.csv");
        }
        assertThat(linked()).isEmpty();
    }

    private List<OwnLink> link(String csv) throws Exception {
        Path file = directory.resolve("corp.csv");
        Files.writeString(file, csv);
        return Linker.STANDARD.link(graphs(), EntityFiles.read(file));
    }

    private DatasetGraph graphs() {
        return store.dataset().asDatasetGraph();
    }

    private String entity(String own) {
        return select("SELECT ?x { GRAPH id:graph/linked { ?l nr:links ?x , <" + own + "> FILTER(?x != <" + own
                        + ">) } }")
                .get(0);
    }

    private List<String> sameAs() {
        return select("SELECT ?x { GRAPH id:graph/linked { ?e owl:sameAs ?x } } ORDER BY ?x");
    }

    private List<String> linked() {
        return select(
                "SELECT (CONCAT(STR(?s), ' ', STR(?p), ' ', STR(?o)) AS ?x) { GRAPH id:graph/linked { ?s ?p ?o } }"
                        + " ORDER BY ?x");
    }

    private List<String> select(String query) {
        String prefixes = "PREFIX nr: <https://w3id.org/newsreel/ns#> PREFIX owl: <http://www.w3.org/2002/07/owl#> ";
        List<String> found = new ArrayList<>();
        store.dataset().begin(ReadWrite.READ);
        try (var execution = QueryExecutionFactory.create(
                prefixes + query.replace("id:graph/linked", "<https://w3id.org/newsreel/id/graph/linked>"),
                store.dataset())) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> found.add(row.get("x").toString()));
        } finally {
            store.dataset().end();
        }
        return found;
    }
}
