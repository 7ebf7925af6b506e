package org.newsreel.extraction.media;

import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.ontology.claim.MediaKind;

/**
 * What a file says of itself.
 *
 * @param kind video or image
 * @param width in pixels as shown: rotation and pixel aspect applied
 * @param height in pixels as shown
 * @param frameRate average frames a second as a fraction in lowest terms, such as {@code 30000/1001}; absent for an
 *     image, and for a video that doesn't tell
 * @param duration in seconds; absent for an image
 */
public record MediaInfo(MediaKind kind, int width, int height, Optional<String> frameRate, OptionalDouble duration) {}
