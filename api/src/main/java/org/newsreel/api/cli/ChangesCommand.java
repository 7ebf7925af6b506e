package org.newsreel.api.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel changes}: what was added and removed since. */
@Command(
        name = "changes",
        description = "Print what every transaction added and removed, as RDF Patch.",
        footer = {
            "",
            "Applied in order, all changes give the graph as it is. The number of the newest one goes to standard error;",
            "give it with --since the next time.",
            "",
            "Example:  newsreel changes --since 41 > news.rdfp"
        })
final class ChangesCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--since",
            paramLabel = "N",
            defaultValue = "0",
            description = "The number of the last change that is known already (default: ${DEFAULT-VALUE}).")
    private long since;

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
            long last = opened.changes().copySince(since, out);
            if (!common.quiet) {
                System.err.println("changes up to " + last);
            }
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--since: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw CommandFailure.someFailed("the changes can't be read (" + Newsreel.sentence(e) + ").", e);
        }
        return ExitCode.DONE;
    }
}
