package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.List;

/**
 * An item was read.
 *
 * @param origin the file or directory that it came from
 * @param warnings what the user should know though the item is fine, one sentence each; such as that a text was not UTF-8
 */
public record ItemRead(NewsItem item, Path origin, List<String> warnings) implements SourceEvent {
    public ItemRead {
        warnings = List.copyOf(warnings);
    }

    public ItemRead(NewsItem item, Path origin) {
        this(item, origin, List.of());
    }
}
