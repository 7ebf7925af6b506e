package org.newsreel.extraction.source;

import java.util.List;
import java.util.Optional;

/**
 * One piece of news as it came in.
 *
 * @param id names the item among all items
 * @param language BCP 47 tag, when known
 * @param headline the headline
 * @param published an ISO 8601 date or time
 * @param source who published it
 * @param url where it was published
 * @param text the words, unchanged; empty when there are none
 * @param media videos and pictures
 * @param version {@code sha256:} and the hash of all content that counts
 */
public record NewsItem(
        String id,
        Optional<String> language,
        Optional<String> headline,
        Optional<String> published,
        Optional<String> source,
        Optional<String> url,
        String text,
        List<MediaFile> media,
        String version) {
    public NewsItem {
        media = List.copyOf(media);
    }
}
