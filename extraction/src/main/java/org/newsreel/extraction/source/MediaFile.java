package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.ontology.claim.MediaKind;

/**
 * A video or picture of an item.
 *
 * @param id {@code v0}, {@code v1}, … for videos, {@code p0}, {@code p1}, … for pictures
 * @param kind video or image
 * @param file where it is
 * @param name path relative to the item, for people
 * @param subtitles a subtitle file beside it
 */
public record MediaFile(String id, MediaKind kind, Path file, String name, Optional<Path> subtitles) {}
