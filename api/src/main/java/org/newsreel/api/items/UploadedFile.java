package org.newsreel.api.items;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file as it came in.
 *
 * @param name what the sender calls it, without folders; never a path of ours
 * @param file where its bytes are
 * @param bytes how many
 */
record UploadedFile(String name, Path file, long bytes) {
    static UploadedFile of(String sent, Path file, long bytes) {
        String name = sent == null ? "" : sent;
        return new UploadedFile(
                name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), file, bytes);
    }

    /** Lower-case extension without the dot, or the empty string. */
    String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without its extension. */
    String base() {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The name for a sentence: without control characters, and not too long. */
    String shown() {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= 80 ? clean : clean.substring(0, 80) + "…";
    }
}
