package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.system.Txn;
import org.newsreel.kg.exchange.AtomicFile;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.VerifyReport;
import org.newsreel.kg.validation.ShapeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel verify}: is every promise kept in this store? */
@Command(
        name = "verify",
        description = "Check a store: every statement has evidence, every quote equals its text, every box lies inside"
                + " its frame, the media are whole, the merged facts are exactly the stated ones, SHACL conforms.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--report",
            paramLabel = "FILE.ttl",
            description =
                    "Write the SHACL report as RDF to this file, and print each fault with the item, quote and frame.")
    private Path report;

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            if (report != null) {
                reportShapes(opened);
            }
            VerifyReport found = opened.verify();
            found.problems().forEach(System.out::println);
            found.notes().forEach(note -> System.out.println("note: " + note));
            System.out.printf(
                    "%d items, %d statements, %d pieces of evidence, %d media: %s%n",
                    found.items(),
                    found.statements(),
                    found.evidence(),
                    found.media(),
                    found.isClean() ? "clean" : found.problems().size() + " problems");
            return found.isClean() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    private void reportShapes(KnowledgeStore opened) {
        ShapeReport shapes = Txn.calculateRead(
                opened.dataset(), () -> ShapeReport.of(opened.dataset().asDatasetGraph()));
        shapes.faults().forEach(fault -> System.out.println(fault.sentence()));
        try {
            AtomicFile.write(report, shapes::write);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    report + " can't be written (" + Newsreel.sentence(e) + "): choose another with --report.", e);
        }
    }
}
