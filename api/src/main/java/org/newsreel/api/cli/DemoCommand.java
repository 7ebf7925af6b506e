package org.newsreel.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel demo}: the sample news in, the pages out. */
@Command(
        name = "demo",
        description = "Ingest the sample news, serve the graph and the pages, and say where.",
        footer = {"", "The sample news are made up. Look at the pages, then try:  newsreel ingest YOUR-FOLDER"})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "newsreel-demo",
            description = "The demonstration's own store (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Override
    public Integer call() {
        Path samples = Home.samples();
        if (!Files.isDirectory(samples)) {
            throw CommandFailure.couldNotStart(samples + " is not there: run this from a complete checkout.", null);
        }
        ServiceHandover.requireFree(listen);
        int code = new Ingest(directory, PipelineOptions.standard(), 1, common.quiet).run(Inputs.of(List.of(samples)));
        if (code != ExitCode.DONE) {
            return code;
        }
        Demonstration.mark(directory);
        String key = Demonstration.key();
        System.err.println("API key for writing (this demonstration only): " + key);
        ServiceHandover handover = ServiceHandover.of(directory, listen, key, common.debug);
        (Demonstration.isLocal(listen) ? handover.withKeyLink() : handover).write();
        return ExitCode.DONE;
    }
}
