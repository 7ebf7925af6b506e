package org.newsreel.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.newsreel.extraction.source.GoldSource;

/** The annotated corpora that commands take, by the names that users give. */
enum Corpus {
    M3D,
    DOCRED;

    /** Opens a file of this corpus. */
    GoldSource open(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, file + " is not a file.");
        }
        return this == M3D ? GoldSource.m3d(file) : GoldSource.docred(file);
    }

    static Corpus named(String name) {
        for (Corpus corpus : values()) {
            if (corpus.word().equals(name)) {
                return corpus;
            }
        }
        throw new CommandFailure(
                CommandFailure.WRONG_CALL, "There is no corpus " + name + " here: give m3d or docred.");
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
