package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands in the list of commands; the command itself comes with Spark, as a {@link CommandExtension}. */
@Command(name = "corpus", description = "Extract a corpus on Apache Spark: documents and graphs of very many items.")
final class CorpusCommand implements Callable<Integer> {
    @Unmatched
    private String[] arguments;

    @Override
    public Integer call() {
        throw CommandFailure.couldNotStart(
                "Apache Spark is no part of this installation: run corpus from a checkout of Newsreel, whose ./newsreel"
                        + " fetches it.",
                null);
    }
}
