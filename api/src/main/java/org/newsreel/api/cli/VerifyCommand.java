package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            VerifyReport report = opened.verify();
            report.problems().forEach(System.out::println);
            report.notes().forEach(note -> System.out.println("note: " + note));
            System.out.printf(
                    "%d items, %d statements, %d pieces of evidence, %d media: %s%n",
                    report.items(),
                    report.statements(),
                    report.evidence(),
                    report.media(),
                    report.isClean() ? "clean" : report.problems().size() + " problems");
            return report.isClean() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }
}
