package org.newsreel.extraction.source;

import java.nio.file.Path;

/** An item can't be read; {@code sentence} says to a user why. Others may follow. */
public record ItemFailed(Path origin, String sentence) implements SourceEvent {}
