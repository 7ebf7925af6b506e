package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.GraphFormat;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.StoreException;
import org.newsreel.kg.store.VerifyReport;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newsreel build}: extraction documents in, graph out, without a model. */
@Command(
        name = "build",
        description = "Build the graph from extraction documents; no models are loaded.",
        footer = {
            "",
            "A single FILE.nq, such as graph.nq of a corpus run or an export, is a graph that is whole already: it becomes a",
            "new store by bulk load and is checked as verify does."
        })
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Extraction documents, one a line; or one FILE.nq.")
    private List<Path> files;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the graph to this file instead of a store; its name tells the format, as with export.")
    private Path out;

    private int failed;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw CommandFailure.wrongCall(file + " can't be read: name a JSON Lines file.");
            }
        }
        if (files.stream().anyMatch(file -> file.toString().endsWith(".nq"))) {
            return loadGraph();
        }
        if (out != null) {
            requireGraphName(out);
        }
        try (Progress progress = Progress.of(common.quiet, "build", -1)) {
            if (out != null) {
                buildFile(progress);
            } else {
                buildStore(progress);
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private int loadGraph() {
        if (files.size() > 1 || out != null) {
            throw CommandFailure.wrongCall("a graph (" + files.get(0)
                    + ") makes a store of its own: name it alone, with --store and without --out.");
        }
        try {
            VerifyReport report = KnowledgeStore.load(files.get(0), store.directory);
            System.err.println(report.items() + " items loaded, " + report.statements() + " statements checked");
        } catch (StoreException e) {
            throw CommandFailure.couldNotStart(e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    static void requireGraphName(Path out) {
        try {
            GraphFormat.of(out);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--out " + e.getMessage() + ".");
        }
    }

    private void buildStore(Progress progress) throws IOException {
        try (KnowledgeStore opened = store.open()) {
            GroupCommit commits = new GroupCommit(opened, progress);
            forEach(commits::add, progress);
            commits.commit();
            failed += commits.refused();
            progress.say(commits.stored() + " stored, " + commits.unchanged() + " unchanged, " + failed + " failed");
        }
    }

    private void buildFile(Progress progress) throws IOException {
        GraphFile graph = new GraphFile();
        forEach(
                document -> {
                    try {
                        graph.add(document);
                    } catch (IllegalArgumentException e) {
                        fail(document.id() + ": " + e.getMessage(), progress);
                    }
                },
                progress);
        try {
            graph.write(out);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    out + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
    }

    private void forEach(Consumer<ExtractionDocument> consumer, Progress progress) throws IOException {
        for (Path file : files) {
            try (ExtractionReader reader = new ExtractionReader(file)) {
                boolean more = true;
                while (more) {
                    try {
                        Optional<ExtractionDocument> document = reader.next();
                        document.ifPresent(consumer);
                        more = document.isPresent();
                        progress.step(file.getFileName() + ":" + reader.line());
                    } catch (IllegalArgumentException e) {
                        fail(e.getMessage(), progress);
                    }
                }
            }
        }
    }

    private void fail(String sentence, Progress progress) {
        failed++;
        progress.say("newsreel: " + sentence);
    }
}
