package org.newsreel.extraction.source;

import java.nio.file.Path;

/** An item was read. */
public record ItemRead(NewsItem item, Path origin) implements SourceEvent {}
