package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.codec.ExtractionReader;

/** The commands by which the graph leaves, in this process, on one made item. */
class ExchangeCommandsTest {
    private static final String ITEM =
            """
            {"id": "one", "version": "sha256:%064x", "language": "en", "published": "2024-05-08", \
            "text": "Mira Holm joined Rota on Tuesday.", "media": [], \
            "mentions": [{"id": "m0", "type": "PER", "start": 0, "end": 9, "text": "Mira Holm", "confidence": 0.9}, \
            {"id": "m1", "type": "ORG", "start": 17, "end": 21, "text": "Rota", "confidence": 0.8}, \
            {"id": "m2", "type": "TIME", "start": 25, "end": 32, "text": "Tuesday", "confidence": 0.8}], \
            "chains": [{"id": "c0", "type": "PER", "name": "Mira Holm", "mentions": ["m0"]}, \
            {"id": "c1", "type": "ORG", "name": "Rota", "mentions": ["m1"]}, \
            {"id": "c2", "type": "TIME", "name": "Tuesday", "mentions": ["m2"]}], \
            "relations": [{"id": "r0", "type": "PER-ORG_member", "subject": "c0", "object": "c1", "confidence": 0.7, \
            "evidence": [{"mention": "m0", "weight": 1.0}]}], "regions": [], "models": []}
            """
                    .formatted(1);

    @TempDir
    private Path directory;

    private String store;
    private String out;
    private String err;

    @BeforeEach
    void makeStore() throws IOException {
        store = directory.resolve("store").toString();
        Path file = Files.writeString(directory.resolve("one.jsonl"), ITEM.strip() + "\n");
        try (KnowledgeStore opened = KnowledgeStore.open(Path.of(store));
                ExtractionReader reader = new ExtractionReader(file)) {
            assertThat(opened.add(java.util.List.of(reader.next().orElseThrow()))
                            .failed())
                    .isEmpty();
        }
    }

    @Test
    void exportsInOtherTerms() throws IOException {
        Path file = directory.resolve("news.ttl");

        assertThat(run("export", "--mapping", "schema.org", "--out", file.toString()))
                .isZero();

        assertThat(file).content().contains("schema:memberOf").doesNotContain("nr:memberOf");
    }

    @Test
    void namesWhatIsWrongWithAMappingOrAFormat() {
        assertThat(run("export", "--mapping", "nosuch", "--out", "x.ttl")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err).contains("there is no mapping nosuch: name one of schema.org, wikidata, nif");
        assertThat(run("export", "--out", "x.xml")).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err).contains("its name must end in .nq, .trig");
    }

    @Test
    void countsTuesdayFromTheDayOfPublication() {
        assertThat(run("query", "SELECT ?v { ?t nr:value ?v }", "--results", "csv"))
                .isZero();
        assertThat(out).contains("2024-05-07");
        assertThat(run("query", "ASK { GRAPH ?g { ?s rdf:predicate nr:memberOf ; nr:holdsAt/nr:value ?day } }"))
                .isZero();
        assertThat(out).contains("yes");
    }

    @Test
    void pushesWithTheCredentialsThatItIsGiven() throws IOException {
        AtomicInteger authorised = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean may = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            authorised.addAndGet(may ? 1 : 0);
            exchange.sendResponseHeaders(may ? 204 : 401, -1);
            exchange.close();
        });
        server.start();
        try {
            String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/update";

            assertThat(run("push", endpoint, "--token", "wrong")).isEqualTo(ExitCode.SOME_FAILED);
            assertThat(err).contains("refuses the credentials: set NEWSREEL_PUSH_USER");
            assertThat(run("push", endpoint, "--token", "secret")).isZero();
            assertThat(out).contains("1 graphs sent, 0 unchanged, 0 taken back");
            assertThat(authorised).hasPositiveValue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void printsChangesSinceANumber() {
        assertThat(run("changes")).isZero();
        assertThat(out).startsWith("H id <https://w3id.org/newsreel/id/change/1> .\nTX .\nA ");
        assertThat(run("changes", "--since", "1")).isZero();
        assertThat(out).isEmpty();
        assertThat(run("changes", "--since", "7")).isEqualTo(ExitCode.WRONG_CALL);
    }

    @Test
    void givesItemsToAnnotatorsAndTakesDecisionsBack() throws IOException {
        Path brat = directory.resolve("brat");
        Path train = directory.resolve("train.json");
        assertThat(run("annotations", "export", "--format", "brat", "--out", brat.toString(), "one"))
                .isZero();
        Path file = brat.resolve("one.ann");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^R.*\n|^#.*\n", ""));

        assertThat(run("annotations", "import", brat.toString(), "--train", train.toString()))
                .isZero();

        assertThat(out).startsWith("one\trejected\t").endsWith("\tMira Holm memberOf Rota\n");
        assertThat(train).content().contains("\"video_id\" : \"one\"");
        assertThat(run("annotations", "export", "--format", "m3d", "--out", brat.toString(), "two"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err).contains("two is not in the store");
    }

    @Test
    void asksNoHostThatIsNotAllowed() {
        assertThat(run("query", "SELECT * { ?s ?p ?o }", "--federate", "http://127.0.0.1:1/sparql"))
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(err).contains("127.0.0.1 may not be asked: add it to NEWSREEL_FEDERATION_HOSTS");
        assertThat(run("query", "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }"))
                .isEqualTo(ExitCode.WRONG_CALL);
    }

    @Test
    void writesTheShapesReport() {
        Path report = directory.resolve("report.ttl");

        assertThat(run("verify", "--report", report.toString())).isZero();

        assertThat(report).content().contains("sh:conforms  true");
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--store";
        all[arguments.length + 1] = store;
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        ByteArrayOutputStream newOut = new ByteArrayOutputStream();
        ByteArrayOutputStream newErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
        try {
            return Newsreel.run(all);
        } finally {
            System.out.flush();
            System.setOut(oldOut);
            System.setErr(oldErr);
            out = newOut.toString(StandardCharsets.UTF_8);
            err = newErr.toString(StandardCharsets.UTF_8);
        }
    }
}
