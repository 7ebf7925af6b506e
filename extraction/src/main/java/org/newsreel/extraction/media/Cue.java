package org.newsreel.extraction.media;

/**
 * One subtitle.
 *
 * @param start seconds from the start of the video
 * @param end seconds from the start of the video, later than {@code start}
 * @param text the words without markup, lines separated by {@code \n}; never blank
 */
public record Cue(double start, double end, String text) {
    public Cue {
        if (!(start >= 0 && end > start && Double.isFinite(end))) {
            throw new IllegalArgumentException("a cue must have 0 <= start < end but has " + start + " and " + end);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a cue at " + start + " has no words");
        }
    }
}
