package org.newsreel.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.training.paper.Encoders;
import picocli.CommandLine.Option;

/** What a published network starts from. */
final class EncoderOptions {
    @Option(
            names = "--text",
            paramLabel = "DIR",
            description =
                    "A published checkpoint of the text encoder (default: the BERT that ships; dgfpt's GPT-2 starts"
                            + " small from random weights).")
    private Path text;

    @Option(
            names = "--image",
            paramLabel = "DIR",
            description = "A published checkpoint of the image encoder (default: a small one from random weights).")
    private Path image;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Examples in a batch of a published network (default: 16, m3d 2, mdocre 4).")
    private int batch;

    @Option(
            names = "--small",
            description =
                    "A small text encoder with English and Chinese pieces from random weights, for what is to learn"
                            + " from nothing, such as made posts.")
    private boolean small;

    Encoders encoders() {
        if (small && text != null) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "Give --text or --small, not both.");
        }
        return new Encoders(checkpoint(text), checkpoint(image), small);
    }

    boolean image() {
        return image != null;
    }

    /** 0 for what the network is used to. */
    int batch() {
        if (batch < 0) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "--batch must be 1 or more.");
        }
        return batch;
    }

    private static Optional<Path> checkpoint(Path directory) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no directory " + directory + ".");
        }
        return Optional.ofNullable(directory);
    }
}
