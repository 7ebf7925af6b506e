package org.newsreel.extraction.text;

import java.util.List;

/**
 * What one section holds, in indexes.
 *
 * @param mentions in the order of the text
 * @param surfaces what the mentions' words say
 * @param chains each chain's mentions, ascending; chains in the order of their first mention
 * @param relations between those chains
 * @param samples up to {@link SectionReader#SAMPLES} of each chain's mention vectors, for joining it with chains of
 *     other sections
 */
record SectionClaims(
        List<FoundMention> mentions,
        List<Surface> surfaces,
        List<List<Integer>> chains,
        List<FoundRelation> relations,
        List<List<Sample>> samples) {
    /** A mention, by index, and its vector. */
    record Sample(int mention, float[] vector) {}
}
