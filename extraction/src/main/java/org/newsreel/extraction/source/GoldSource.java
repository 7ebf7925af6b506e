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
}
