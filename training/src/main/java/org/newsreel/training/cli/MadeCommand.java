package org.newsreel.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsreel.training.made.MadeCorpus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code newsreel made}: a corpus with pictures that everybody may have. */
@Command(
        name = "made",
        description = "Write made posts with pictures, English and Chinese, as a corpus to train on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Then: newsreel train hmnet --corpus made --data DIR/posts.txt --pictures DIR/pictures --small --out RUN"
        })
final class MadeCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets posts.txt and pictures/.")
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Number of the first world (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--worlds",
            defaultValue = "10",
            description = "How many worlds in each language (default: ${DEFAULT-VALUE}).")
    private int worlds;

    @Option(names = "--posts", defaultValue = "150", description = "Posts of a world (default: ${DEFAULT-VALUE}).")
    private int posts;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (worlds < 1 || posts < 1) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "--worlds and --posts must be 1 or more.");
        }
        System.setProperty("java.awt.headless", "true");
        try {
            int lines = MadeCorpus.write(out, seed, worlds, posts);
            spec.commandLine().getOut().println(lines + " posts with a marked pair in " + out.resolve("posts.txt"));
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(
                    CommandFailure.COULD_NOT_START, out + " can't be written: " + e.getMessage() + ".", e);
        }
    }
}
