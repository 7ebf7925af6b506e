package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.List;

/** Finds the news in a document of one format. */
interface DocumentReader {
    /** The articles of a file, in its order; at least one. */
    List<Article> read(Path file) throws UnreadableItemException;
}
