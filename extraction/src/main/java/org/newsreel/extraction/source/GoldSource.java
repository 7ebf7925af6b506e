package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.Optional;

/** A source whose items come with what annotators marked in them. */
public interface GoldSource extends ItemSource {
    /** The annotations of the item that {@link #next()} gave last; empty when that one failed. */
    Optional<GoldDocument> gold();

    /** M3D's JSON. */
    static GoldSource m3d(Path file) {
        return new M3dSource(file);
    }

    /** DocRED's JSON, Re-DocRED included. */
    static GoldSource docred(Path file) {
        return new DocredSource(file);
    }

    /** A directory of MDocRE samples, or one. */
    static GoldSource mdocre(Path directory) {
        return new MdocreSource(directory);
    }

    /**
     * Twitter-2015 or Twitter-2017: CoNLL columns, a line {@code IMGID:…} before each post. {@link TwitterInventory} tells
     * which of them a file is.
     */
    static GoldSource twitter(Path file) {
        return new ConllSource(file, ConllSource.TWITTER);
    }

    /** MNRE, whose names have the types that their relation implies, and MISC without one. */
    static GoldSource mnre(Path file) {
        return new MnreSource(file);
    }

    /** GUM's entities with coreference, in WebAnno TSV 3.2: a file, or a directory of them. Mentions nest. */
    static GoldSource gum(Path path) {
        return new GumSource(path);
    }

    /** CrossNER's CoNLL columns, with the types of M3D that its types are part of. */
    static GoldSource crossner(Path file) {
        return new ConllSource(file, CrossTypes.TYPES);
    }

    /** CrossRE's JSON lines; relations are called {@code crossre:} and their name. */
    static GoldSource crossre(Path file) {
        return new CrossReSource(file);
    }
}
