package org.newsreel.extraction.chinese;

import java.util.List;
import java.util.Map;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.MentionSpan;

/**
 * What one piece of text holds, by indexes.
 *
 * @param spans mentions in the order of the text
 * @param confidences of the mentions
 * @param names what each mention's words say as a name; empty for a description
 * @param chains each chain's mentions, ascending; chains in the order of their first mention
 */
record PieceClaims(
        List<MentionSpan> spans,
        List<Double> confidences,
        List<String> names,
        List<List<Integer>> chains,
        List<Found> relations) {
    static final PieceClaims NONE = new PieceClaims(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A relation.
     *
     * @param type index of the type
     * @param weights share of the evidence by mention; sums to 1
     */
    record Found(ChainPair pair, int type, double confidence, Map<Integer, Double> weights) {}
}
