package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            long before = opened.size();
            opened.compact();
            System.out.printf("%d bytes, before %d%n", opened.size(), before);
        }
        return ExitCode.DONE;
    }
}
