package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * The commands that the launcher starts on the training module's class path. They stand here so that {@code --help}
 * lists them; only somebody who goes round the launcher ever runs them.
 */
abstract sealed class TrainingCommand implements Callable<Integer> {
    @Unmatched
    private String[] arguments;

    @Override
    public Integer call() {
        throw CommandFailure.couldNotStart(
                "this command is started through ./newsreel, which knows its class path.", null);
    }

    @Command(name = "train", description = "Train a network on a corpus.")
    static final class Train extends TrainingCommand {}

    @Command(name = "evaluate", description = "Measure the models on an annotated corpus, with the papers' metrics.")
    static final class Evaluate extends TrainingCommand {}

    @Command(
            name = "ablate",
            description =
                    "Train the published networks on made news, whole and without their parts, and print the table.")
    static final class Ablate extends TrainingCommand {}

    @Command(name = "bench", description = "Measure Newsreel beside what one would use instead, as a table and charts.")
    static final class Bench extends TrainingCommand {}

    @Command(name = "made", description = "Write made posts with pictures as a corpus to train on.")
    static final class Made extends TrainingCommand {}

    @Command(name = "samples", description = "Draw, film and write the made news items in samples/ anew.")
    static final class Samples extends TrainingCommand {}
}
