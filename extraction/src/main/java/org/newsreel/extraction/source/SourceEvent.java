package org.newsreel.extraction.source;

import java.nio.file.Path;

/** What a source found next: an item, or why there is none. */
public sealed interface SourceEvent permits ItemRead, ItemFailed {
    /** The file or directory that it is about. */
    Path origin();
}
