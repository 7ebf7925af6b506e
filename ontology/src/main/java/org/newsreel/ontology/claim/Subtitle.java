package org.newsreel.ontology.claim;

/**
 * One subtitle of a video.
 *
 * @param start seconds from the start of the video
 * @param end seconds from the start of the video, later than {@code start}
 * @param text the words without markup, lines separated by {@code \n}; never blank
 */
public record Subtitle(double start, double end, String text) {
    public Subtitle {
        Claims.require(
                start >= 0 && end > start && Double.isFinite(end),
                "a subtitle must have 0 <= start < end but has %s and %s",
                start,
                end);
        Claims.named(text, "text of the subtitle at " + start);
    }
}
