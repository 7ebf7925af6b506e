package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel export}: the whole graph as a file. */
@Command(
        name = "export",
        description =
                "Write the whole graph to a file: .nq as canonical N-Quads (equal graphs, equal bytes), .trig for people.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Option(names = "--out", required = true, paramLabel = "FILE.trig|.nq", description = "The file.")
    private Path out;

    @Override
    public Integer call() {
        BuildCommand.requireGraphName(out);
        try (KnowledgeStore opened = store.openExisting()) {
            GraphFile.write(opened.dataset(), out);
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    out + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
        return ExitCode.DONE;
    }
}
