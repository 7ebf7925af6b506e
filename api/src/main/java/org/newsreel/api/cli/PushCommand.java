package org.newsreel.api.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.newsreel.kg.exchange.CanonicalOrder;
import org.newsreel.kg.exchange.SortedQuads;
import org.newsreel.kg.mapping.Mapping;
import org.newsreel.kg.push.Push;
import org.newsreel.kg.push.PushException;
import org.newsreel.kg.push.PushReport;
import org.newsreel.kg.push.PushTarget;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsreel push}: the graph into another store. */
@Command(
        name = "push",
        description = "Send the graph to another store that takes SPARQL 1.1 updates, and keep it the same there.",
        footer = {
            "",
            "What is there already is not sent again, what was forgotten here is taken back there, and a push that was",
            "broken off goes on where it stopped. Graphs and facts of others in that store are left alone.",
            "Credentials come from NEWSREEL_PUSH_USER and NEWSREEL_PUSH_PASSWORD, or from NEWSREEL_PUSH_TOKEN.",
            "",
            "Example:  newsreel push http://localhost:8081/rdf4j-server/repositories/news --mapping schema.org"
        })
final class PushCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Mixin
    private MappingOption mapping;

    @Parameters(
            paramLabel = "ENDPOINT",
            description = "The store: an RDF4J or GraphDB repository, or whatever address takes updates.")
    private String endpoint;

    @Option(
            names = "--update",
            paramLabel = "URL",
            description = "Where updates go, when that is not ENDPOINT (nor ENDPOINT/statements, as RDF4J has it).")
    private String update;

    @Option(
            names = "--graph",
            paramLabel = "IRI",
            description = "Put the merged facts into this graph instead of the default graph.")
    private URI graph;

    @Option(names = "--user", paramLabel = "NAME", description = "User for basic authentication.")
    private String user;

    @Option(
            names = "--password",
            arity = "0..1",
            interactive = true,
            description = "Ask for the user's password, or take it from here.")
    private char[] password;

    @Option(names = "--token", paramLabel = "TOKEN", description = "Bearer token instead of user and password.")
    private String token;

    @Override
    public Integer call() {
        PushTarget target = target();
        Optional<Mapping> terms = mapping.load();
        try (KnowledgeStore opened = store.openExisting();
                Progress progress = Progress.of(common.quiet, "push", -1)) {
            Dataset dataset = opened.dataset();
            dataset.begin(ReadWrite.READ);
            try {
                PushReport report = run(target, terms, dataset, progress);
                System.out.printf(
                        "%d graphs sent, %d unchanged, %d taken back; %d facts added, %d taken back%n",
                        report.sent(),
                        report.unchanged(),
                        report.removed(),
                        report.factsAdded(),
                        report.factsRemoved());
            } finally {
                dataset.end();
            }
        } catch (IllegalArgumentException | PushException e) {
            throw CommandFailure.someFailed(e.getMessage() + ".", e);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    "the log of pushes in " + store.directory + " can't be written (" + Newsreel.sentence(e) + ").", e);
        }
        return ExitCode.DONE;
    }

    private PushReport run(PushTarget target, Optional<Mapping> terms, Dataset dataset, Progress progress)
            throws IOException {
        Push push = new Push(target, progress::say);
        if (terms.isEmpty()) {
            return push.run(to -> CanonicalOrder.send(dataset.asDatasetGraph(), to), store.directory, "");
        }
        try (SortedQuads mapped = terms.get().apply(dataset)) {
            return push.run(mapped::send, store.directory, terms.get().name());
        }
    }

    private PushTarget target() {
        try {
            return PushTarget.of(endpoint)
                    .withUpdate(update)
                    .withGraph(graph)
                    .with(
                            user != null ? user : System.getenv("NEWSREEL_PUSH_USER"),
                            password != null ? new String(password) : System.getenv("NEWSREEL_PUSH_PASSWORD"),
                            token != null ? token : System.getenv("NEWSREEL_PUSH_TOKEN"));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(e.getMessage() + ".");
        }
    }
}
