package org.newsreel.extraction.m3d;

import java.util.List;

/**
 * What a network found in a document.
 *
 * @param mentions in the order of the text, with their chains
 * @param relations between chains
 * @param regions of each frame
 */
public record M3dReading(
        List<M3dExample.Mention> mentions, List<FoundRelation> relations, List<List<FoundRegion>> regions) {
    /** A relation between two chains; probability in [0, 1] among the types and none. */
    public record FoundRelation(int subject, int object, int type, double probability) {}

    /** A region, in no chain, with the probability of its type in [0, 1]. */
    public record FoundRegion(M3dExample.Region region, double probability) {}

    public M3dReading {
        mentions = List.copyOf(mentions);
        relations = List.copyOf(relations);
        regions = regions.stream().map(List::copyOf).toList();
    }
}
