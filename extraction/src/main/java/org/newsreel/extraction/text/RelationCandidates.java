package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsreel.extraction.encoder.Words;

/**
 * Lines up the mentions of two chains for the mention gate: the {@code K} nearest pairs of mentions, because a relation
 * is told where its arguments stand together.
 */
public final class RelationCandidates {
    /** Mentions further apart have no words in common that could tell their relation. */
    static final int NEAR = 50;

    /** Words to either side that count as between. */
    static final int MARGIN = 4;

    /** Mentions of the other chain to either side of a mention that are looked at. */
    private static final int NEIGHBOURS = 3;

    private record MentionPair(int subject, int object, int gap) {}

    private RelationCandidates() {}

    /** The mention pairs of two chains, nearest first, at most {@code width}. Chains list mentions in text order. */
    private static List<MentionPair> nearest(
            List<MentionSpan> spans, List<Integer> subject, List<Integer> object, int width) {
        List<MentionPair> pairs = new ArrayList<>();
        int at = 0;
        for (int i : subject) {
            while (at < object.size()
                    && spans.get(object.get(at)).from() < spans.get(i).from()) {
                at++;
            }
            int end = Math.min(object.size(), at + NEIGHBOURS);
            for (int j = Math.max(0, at - NEIGHBOURS); j < end; j++) {
                int other = object.get(j);
                pairs.add(new MentionPair(i, other, MentionDistance.gap(spans.get(i), spans.get(other))));
            }
        }
        pairs.sort(Comparator.comparingInt(MentionPair::gap)
                .thenComparingInt(MentionPair::subject)
                .thenComparingInt(MentionPair::object));
        return pairs.subList(0, Math.min(width, pairs.size()));
    }

    /** Words between the two chains where they come nearest. */
    static int gap(List<MentionSpan> spans, List<Integer> subject, List<Integer> object) {
        return nearest(spans, subject, object, 1).get(0).gap();
    }

    /**
     * Builds the arrays for pairs of chains.
     *
     * @param chains each chain's mentions, ascending
     * @param mentionOffset added to mention indexes
     * @param rowOffset row of the state of word 0
     * @param firstWord first word whose state there is
     * @param endWord one past the last word whose state there is
     */
    static RelationBatch batch(
            Words text,
            List<MentionSpan> spans,
            List<List<Integer>> chains,
            List<ChainPair> pairs,
            int width,
            int mentionOffset,
            int rowOffset,
            int firstWord,
            int endWord) {
        int size = pairs.size();
        RelationBatch batch = new RelationBatch(
                size,
                width,
                new long[size * width],
                new long[size * width],
                new long[size * width],
                new float[size * width],
                new long[size * width],
                new long[size * width],
                new float[size * width]);
        for (int p = 0; p < size; p++) {
            List<MentionPair> nearest = nearest(
                    spans,
                    chains.get(pairs.get(p).subject()),
                    chains.get(pairs.get(p).object()),
                    width);
            for (int k = 0; k < width; k++) {
                int slot = p * width + k;
                // Padding repeats the nearest pair, so that every index is valid; its mask is 0.
                MentionPair pair = nearest.get(k < nearest.size() ? k : 0);
                MentionSpan subject = spans.get(pair.subject());
                MentionSpan object = spans.get(pair.object());
                boolean sameSentence = text.sentence(subject.from()) == text.sentence(object.from());
                batch.subjects()[slot] = (long) mentionOffset + pair.subject();
                batch.objects()[slot] = (long) mentionOffset + pair.object();
                batch.steps()[slot] = MentionDistance.step(subject, object, sameSentence);
                batch.mask()[slot] = k < nearest.size() ? 1 : 0;
                boolean near = pair.gap() <= NEAR;
                int low = Math.max(firstWord, Math.min(subject.from(), object.from()) - MARGIN);
                int high = Math.min(endWord, Math.max(subject.to(), object.to()) + MARGIN);
                batch.from()[slot] = (long) rowOffset + (near ? low : firstWord);
                batch.to()[slot] = (long) rowOffset + (near ? high : firstWord + 1);
                batch.near()[slot] = near ? 1 : 0;
            }
        }
        return batch;
    }
}
