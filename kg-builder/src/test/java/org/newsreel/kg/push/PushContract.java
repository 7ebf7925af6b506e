package org.newsreel.kg.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.CanonicalOrder;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.ontology.claim.ExtractionDocument;

/** What a push promises, over every kind of store that Newsreel writes to. */
abstract class PushContract {
    @TempDir
    private Path store;

    private final List<String> notes = new ArrayList<>();
    private DatasetGraph here;
    private RemoteStore remote;

    /** A store behind HTTP on loopback. */
    interface RemoteStore extends AutoCloseable {
        /** What a user gives as ENDPOINT. */
        String endpoint();

        /** Everything that is there. */
        DatasetGraph content();

        /** Answers 503 to this many requests from now on, after {@code spared} that work. */
        void failing(int spared, int requests);

        /** Update requests that worked. */
        int updates();

        @Override
        void close();
    }

    abstract RemoteStore start() throws IOException;

    @BeforeEach
    void begin() throws IOException {
        remote = start();
        here = DatasetGraphFactory.create();
        for (int i = 0; i < 25; i++) {
            add(Documents.random("item-" + i, i));
        }
    }

    @AfterEach
    void end() {
        remote.close();
    }

    @Test
    void makesTheOtherStoreHoldTheSame() throws IOException {
        PushReport report = push();

        assertThat(report.sent()).isEqualTo(25);
        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    @Test
    void sendsNothingTheSecondTime() throws IOException {
        push();
        int before = remote.updates();

        PushReport report = push();

        assertThat(report.nothingToDo()).isTrue();
        assertThat(report.unchanged()).isEqualTo(25);
        assertThat(remote.updates()).isEqualTo(before);
    }

    @Test
    void sendsWhatChangedAndTakesBackWhatIsForgotten() throws IOException {
        push();
        forget("item-3");
        forget("item-4");
        add(Documents.random("item-4", 1004));
        add(Documents.random("new", 77));

        PushReport report = push();

        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.removed()).isEqualTo(2);
        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    @Test
    void leavesWhatOthersKeepThereAlone() throws IOException {
        Quad theirs = Quad.create(uri("urn:their-graph"), uri("urn:a"), uri("urn:b"), uri("urn:c"));
        Quad fact = Quad.create(Quad.defaultGraphIRI, uri("urn:a"), uri("urn:b"), uri("urn:d"));
        DatasetGraph also = DatasetGraphFactory.create();
        also.add(theirs);
        also.add(fact);
        new Push(PushTarget.of(remote.endpoint()), notes::add)
                .run(to -> CanonicalOrder.send(also, to), Files.createTempDirectory(store, "other"), "");

        push();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            items.add("item-" + i);
        }
        items.forEach(this::forget);
        push();

        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(also));
    }

    @Test
    void triesAgainUntilTheOtherSideIsBack() throws IOException {
        remote.failing(0, 3);

        push();

        assertThat(notes).hasSize(3).allMatch(note -> note.contains("attempt "));
        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws IOException {
        for (int i = 0; i < 200; i++) {
            add(Documents.random("more-" + i, 100 + i));
        }
        remote.failing(2, 1000);
        assertThatThrownBy(this::push)
                .isInstanceOf(PushException.class)
                .hasMessageContaining("push again, which goes on where it stopped");
        remote.failing(0, 0);
        forget("item-0");

        PushReport report = push();

        assertThat(report.unchanged()).isGreaterThan(10);
        assertThat(report.sent()).isGreaterThan(10);
        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    @Test
    void takesBackFactsThatABrokenOffPushMayHaveSent() throws IOException {
        push();
        Quad passing = Quad.create(Quad.defaultGraphIRI, uri("urn:a"), uri("urn:b"), uri("urn:c"));
        here.add(passing);
        // The facts of a push that stopped before it could note that they arrived.
        push();
        Path log = logDirectory();
        Files.move(log.resolve("facts.nt.gz"), log.resolve("facts-begun.nt.gz"));
        here.delete(passing);

        push();

        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    @Test
    void putsTheFactsIntoAGraphOfTheirOwnWhereAsked() throws IOException {
        PushTarget target = PushTarget.of(remote.endpoint()).withGraph(URI.create("https://example.org/news"));

        new Push(target, notes::add, Duration.ofMillis(1)).run(to -> CanonicalOrder.send(here, to), store, "");

        assertThat(remote.content().getDefaultGraph().isEmpty()).isTrue();
        assertThat(remote.content().getGraph(uri("https://example.org/news")).isIsomorphicWith(here.getDefaultGraph()))
                .isTrue();
    }

    @Test
    void splitsAGraphThatIsTooLargeForOneUpdate() throws IOException {
        String text = "x".repeat(2000);
        for (int i = 0; i < 600; i++) {
            here.add(Quad.create(
                    uri("urn:large"), uri("urn:s" + i), uri("urn:p"), NodeFactory.createLiteralString(text + i)));
        }

        push();

        assertThat(NQuadLines.text(remote.content())).isEqualTo(NQuadLines.text(here));
    }

    private PushReport push() throws IOException {
        return new Push(PushTarget.of(remote.endpoint()), notes::add, Duration.ofMillis(1))
                .run(to -> CanonicalOrder.send(here, to), store, "");
    }

    private Path logDirectory() throws IOException {
        try (Stream<Path> logs = Files.list(store.resolve("push"))) {
            return logs.findFirst().orElseThrow();
        }
    }

    private void add(ExtractionDocument document) {
        ItemGraph item = ItemGraphBuilder.build(document);
        item.graph().find().forEach(triple -> here.add(new Quad(item.name(), triple)));
        merge();
    }

    private void forget(String item) {
        CanonicalOrder.names(here).stream()
                .filter(name -> name.getURI().contains("/version/" + item + "/"))
                .forEach(here::removeGraph);
        merge();
    }

    /** The default graph as a store keeps it: all facts that are stated. */
    private void merge() {
        here.getDefaultGraph().clear();
        List<Quad> facts = new ArrayList<>();
        here.listGraphNodes()
                .forEachRemaining(name -> here.find(name, null, null, null).forEachRemaining(quad -> {
                    String subject = quad.getSubject().toString();
                    if (subject.contains("/person/")
                            || subject.contains("/place/")
                            || subject.contains("/organization/")) {
                        if (!quad.getPredicate().getURI().endsWith("denotedBy")) {
                            facts.add(quad);
                        }
                    }
                }));
        facts.forEach(quad -> here.add(new Quad(Quad.defaultGraphIRI, quad.asTriple())));
    }

    private static org.apache.jena.graph.Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
