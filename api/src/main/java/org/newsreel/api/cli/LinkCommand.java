package org.newsreel.api.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsreel.kg.federation.AllowedHosts;
import org.newsreel.kg.linking.EntityFiles;
import org.newsreel.kg.linking.Linker;
import org.newsreel.kg.linking.OwnEntities;
import org.newsreel.kg.linking.ReconciledEntities;
import org.newsreel.kg.linking.SparqlEntities;
import org.newsreel.kg.merge.OwnLink;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsreel link}: the graph's entities and an enterprise's own. */
@Command(
        name = "link",
        description = "Propose links between the graph's entities and your own, and accept the unmistakable ones.",
        footer = {
            "",
            "A file is CSV (columns id, label, and perhaps type and aliases) or RDF; an address is a SPARQL endpoint, or with"
                    + " --reconcile a Reconciliation API. Its host must be in NEWSREEL_FEDERATION_HOSTS.",
            "Decide on a proposal with newsreel review same|different ENTITY YOURS; list them with newsreel review links.",
            "",
            "Example:  newsreel link customers.csv --store news"
        })
final class LinkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SOURCE", description = "A file, or the address of an endpoint or service.")
    private String source;

    @Option(names = "--reconcile", description = "The address speaks the Reconciliation API, not SPARQL.")
    private boolean reconcile;

    @Option(
            names = "--propose",
            defaultValue = "0.75",
            paramLabel = "SCORE",
            description = "The least score (default: 0.75).")
    private double propose;

    @Option(
            names = "--accept",
            defaultValue = "0.97",
            paramLabel = "SCORE",
            description = "Accept from here on what has no rival (default: 0.97).")
    private double accept;

    @Option(names = "--dry-run", description = "Print the links, keep nothing.")
    private boolean dryRun;

    @Mixin
    private StoreOption store;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            Linker linker = new Linker(propose, accept);
            OwnEntities own = source();
            DatasetGraph graphs = opened.dataset().asDatasetGraph();
            List<OwnLink> links = dryRun ? linker.propose(graphs, own) : linker.link(graphs, own);
            for (OwnLink link : links) {
                System.out.printf(
                        Locale.ROOT,
                        "%s\t%.2f\t%s\t%s\t%s\t%s%n",
                        link.accepted() ? "accepted" : "proposed",
                        link.score(),
                        link.entity(),
                        link.own(),
                        link.name().replaceAll("\\s+", " "),
                        String.join("; ", link.reasons()));
            }
            long accepted = links.stream().filter(OwnLink::accepted).count();
            System.err.printf(Locale.ROOT, "%d accepted, %d proposed%n", accepted, links.size() - accepted);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(e.getMessage() + ".");
        } catch (IllegalStateException e) {
            throw CommandFailure.someFailed(e.getMessage() + ".", e);
        }
        return ExitCode.DONE;
    }

    private OwnEntities source() {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            AllowedHosts allowed = AllowedHosts.of(System.getenv(AllowedHosts.VARIABLE));
            URI address = URI.create(source);
            return reconcile ? new ReconciledEntities(address, allowed) : new SparqlEntities(address, allowed);
        }
        Path file = Path.of(source);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + source);
        }
        return EntityFiles.read(file);
    }
}
