package org.newsreel.kg.search;

import java.util.List;

/**
 * A stretch of the list of items, newest first; items of one date, and those without, in the order of their ids.
 *
 * @param total how many items there are in all
 * @param ids the items' ids
 */
public record Newest(int total, List<String> ids) {
    public Newest {
        ids = List.copyOf(ids);
    }
}
