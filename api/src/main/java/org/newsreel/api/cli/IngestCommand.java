package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel ingest}: news in, graph in the store. */
@Command(
        name = "ingest",
        description = "Read news, extract, and build the graph in the store.",
        footer = {
            "",
            "What is in the store and unchanged is skipped, so an interrupted run is resumed by running it again.",
            "A changed item replaces its old version. Each item is printed once it is safely stored."
        })
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private Inputs inputs;

    @Mixin
    private StoreOption store;

    @Mixin
    private PipelineOptions pipeline;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many items are extracted at a time (default: ${DEFAULT-VALUE}); each takes memory for its own models.")
    private int workers;

    @Override
    public Integer call() {
        if (workers < 1 || workers > 64) {
            throw CommandFailure.wrongCall("--workers must lie between 1 and 64 but is " + workers + ".");
        }
        return new Ingest(store.directory, pipeline, workers, common.quiet).run(inputs);
    }
}
