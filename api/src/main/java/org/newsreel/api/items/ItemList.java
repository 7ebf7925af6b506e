package org.newsreel.api.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One page of the list of items.
 *
 * @param total how many items there are behind all pages
 * @param offset which item the page begins with, from 0
 * @param limit how many items a page holds at most
 * @param items the page
 */
public record ItemList(int total, int offset, int limit, List<Summary> items) {
    /**
     * One item in the list.
     *
     * @param statements how many relations were found
     * @param snippet how the text begins
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Summary(
            String id,
            String iri,
            String graph,
            Optional<String> headline,
            String language,
            Optional<String> published,
            Optional<String> source,
            int videos,
            int pictures,
            int statements,
            int entities,
            String snippet,
            Optional<Thumbnail> thumbnail) {}

    /**
     * The frame that stands for an item.
     *
     * @param media SHA-256 of the video or picture
     * @param t seconds into the video; absent in a picture
     * @param duration of the video in seconds
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Thumbnail(String media, OptionalDouble t, OptionalDouble duration) {}
}
