package org.newsreel.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.TwitterInventory;
import org.newsreel.training.corpus.Annotation;

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
    static final String NAMES = "m3d, docred, mnre, twitter, gum, crossner or crossre";

    private final Function<Path, GoldSource> source;

    Corpus(Function<Path, GoldSource> source) {
        this.source = source;
    }

    /**
     * What is marked in a file of this corpus, for the text network.
     *
     * @throws CommandFailure when that network cannot use this corpus
     */
    Annotation annotation(Path file) {
        return switch (this) {
            case M3D -> Annotation.M3D;
            case DOCRED -> Annotation.DOCRED;
            case GUM -> Annotation.GUM;
            case CROSSNER, CROSSRE -> Annotation.CROSSNER;
            case TWITTER -> twitter(file);
            case MNRE ->
                throw new CommandFailure(CommandFailure.WRONG_CALL, "The network text has no use for the corpus mnre.");
        };
    }

    private static Annotation twitter(Path file) {
        try {
            return TwitterInventory.of(file).orElse(TwitterInventory.TWITTER_2017) == TwitterInventory.TWITTER_2015
                    ? Annotation.TWITTER2015
                    : Annotation.TWITTER2017;
        } catch (IOException e) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "The file " + file + " can't be read.", e);
        }
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
                CommandFailure.WRONG_CALL, "There is no corpus " + name + " here: give " + NAMES + ".");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
