package org.newsreel.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsreel.extraction.source.GoldSource;

/** The annotated corpora that commands take, by the names that users give. */
enum Corpus {
    M3D(GoldSource::m3d),
    DOCRED(GoldSource::docred),
    MNRE(GoldSource::mnre),
    TWITTER(GoldSource::twitter),
    GUM(GoldSource::gum),
    CROSSNER(GoldSource::crossner),
    CROSSRE(GoldSource::crossre);

    /** The names, for help texts. */
    static final String NAMES = Arrays.stream(values()).map(Corpus::word).collect(Collectors.joining(", "));

    private final Function<Path, GoldSource> source;

    Corpus(Function<Path, GoldSource> source) {
        this.source = source;
    }

    /** Opens a file of this corpus; GUM may be a directory of files. */
    GoldSource open(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) && !(this == GUM && Files.isDirectory(file))) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, file + " is not a file.");
        }
        return source.apply(file);
    }

    static Corpus named(String name) {
        for (Corpus corpus : values()) {
            if (corpus.word().equals(name)) {
                return corpus;
            }
        }
        throw new CommandFailure(
                CommandFailure.WRONG_CALL, "There is no corpus " + name + " here: give one of " + NAMES + ".");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
