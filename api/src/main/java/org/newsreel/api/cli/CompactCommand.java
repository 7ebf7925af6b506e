package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import org.newsreel.kg.search.SearchIndex;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel compact}: what the store does by itself now and then, done now. */
@Command(
        name = "compact",
        description = "Give back the room that updates left behind. The store does so by itself when it has grown to"
                + " one and a half times what it needs.")
final class CompactCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--keep-changes",
            paramLabel = "N",
            description =
                    "Also drop all but the newest N entries of the log of changes, which still tells what forgotten"
                            + " items said (default: all are kept).")
    private Long keepChanges;

    @Override
    public Integer call() {
        if (keepChanges != null && keepChanges < 0) {
            throw CommandFailure.wrongCall("--keep-changes must be 0 or more but is " + keepChanges + ".");
        }
        try (KnowledgeStore opened = store.openExisting()) {
            if (keepChanges != null) {
                opened.keepChanges(keepChanges);
            }
            long before = opened.size();
            opened.compact();
            SearchIndex.erase(opened.directory());
            System.out.printf("%d bytes, before %d%n", opened.size(), before);
        }
        return ExitCode.DONE;
    }
}
