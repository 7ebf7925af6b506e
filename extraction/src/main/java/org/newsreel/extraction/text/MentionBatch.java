package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/**
 * Mentions as the network takes them.
 *
 * @param starts row of the first word's state
 * @param ends one past the row of the last word's state
 * @param types index of the type
 */
public record MentionBatch(long[] starts, long[] ends, long[] types) {
    /** Mentions whose word 0 has its state in row {@code offset}. */
    public static MentionBatch of(List<MentionSpan> spans, List<EntityType> types, int offset) {
        long[] starts = new long[spans.size()];
        long[] ends = new long[spans.size()];
        long[] kinds = new long[spans.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (long) offset + spans.get(i).from();
            ends[i] = (long) offset + spans.get(i).to();
            kinds[i] = types.indexOf(spans.get(i).type());
        }
        return new MentionBatch(starts, ends, kinds);
    }
}
