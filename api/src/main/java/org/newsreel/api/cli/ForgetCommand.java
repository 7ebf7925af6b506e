package org.newsreel.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsreel forget}: an item out of the graph, with all that only it supported. */
@Command(
        name = "forget",
        description = "Take items out of the graph, with everything that only they supported.",
        footer = {"", "The graph is then exactly what it would be if the items had never been ingested."})
final class ForgetCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(arity = "1..*", paramLabel = "ITEM", description = "The items' ids, as ingest printed them.")
    private List<String> items;

    @Override
    public Integer call() {
        int code = ExitCode.DONE;
        try (KnowledgeStore opened = store.openExisting()) {
            for (String item : items) {
                if (opened.forget(item)) {
                    System.out.println("forgot " + item);
                } else {
                    System.err.println("newsreel: " + item + " is not in the store " + store.directory + ".");
                    code = ExitCode.SOME_FAILED;
                }
            }
        }
        return code;
    }
}
