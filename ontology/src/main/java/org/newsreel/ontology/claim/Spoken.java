package org.newsreel.ontology.claim;

/**
 * When words of the article are spoken in one of the item's videos.
 *
 * @param media id of the {@link Medium}
 * @param start seconds from the start of the video
 * @param end seconds from the start of the video, not before {@code start}
 */
public record Spoken(String media, double start, double end) {
    public Spoken {
        Claims.named(media, "media of spoken words");
        Claims.require(
                start >= 0 && end >= start && Double.isFinite(end),
                "spoken words must have 0 <= start <= end but have %s and %s",
                start,
                end);
    }
}
