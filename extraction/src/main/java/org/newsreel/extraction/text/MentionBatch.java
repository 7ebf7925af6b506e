package org.newsreel.extraction.text;

import java.util.List;

/**
 * Mentions as the network takes them.
 *
 * @param starts row of the first word's state
 * @param ends one past the row of the last word's state
 * @param types ordinal of the type
 */
public record MentionBatch(long[] starts, long[] ends, long[] types) {
    /** Mentions whose word 0 has its state in row {@code offset}. */
    public static MentionBatch of(List<MentionSpan> spans, int offset) {
        long[] starts = new long[spans.size()];
        long[] ends = new long[spans.size()];
        long[] kinds = new long[spans.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (long) offset + spans.get(i).from();
            ends[i] = (long) offset + spans.get(i).to();
            kinds[i] = spans.get(i).type().ordinal();
        }
        return new MentionBatch(starts, ends, kinds);
    }
}
