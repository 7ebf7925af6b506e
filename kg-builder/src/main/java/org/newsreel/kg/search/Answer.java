package org.newsreel.kg.search;

import java.util.List;

/**
 * What was found, the best first: by how well the name fits, then by how many items speak of it.
 *
 * @param total how many match, also beyond the limit
 */
public record Answer(int total, List<Hit> hits) {
    public Answer {
        hits = List.copyOf(hits);
    }
}
