package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.extraction.text.TagSet;
import org.newsreel.ontology.claim.EntityType;

/**
 * Tags of characters: 0 is outside; type {@code k} has, from {@code 1 + 4k} on, the first, a middle, the last and the only
 * character of a mention. Immutable.
 */
public final class SpanTags {
    private static final int FIRST = 0;
    private static final int MIDDLE = 1;
    private static final int LAST = 2;
    private static final int ONLY = 3;
    private static final int PLACES = 4;

    private final List<EntityType> types;

    public SpanTags(List<EntityType> types) {
        this.types = List.copyOf(types);
    }

    /** How many tags there are. */
    public int size() {
        return 1 + PLACES * types.size();
    }

    /** Whether a tag may follow another; -1 stands for the text's beginning and its end. */
    public boolean allows(int from, int to) {
        boolean open = place(from) == FIRST || place(from) == MIDDLE;
        boolean goesOn = place(to) == MIDDLE || place(to) == LAST;
        return open == goesOn && (!goesOn || (from - 1) / PLACES == (to - 1) / PLACES);
    }

    private static int place(int tag) {
        return tag <= 0 ? -1 : (tag - 1) % PLACES;
    }

    /** What a CRF adds to the scores of transitions that must not be. [size * size], row from, column to. */
    float[] transitionPenalties() {
        int k = size();
        float[] penalties = new float[k * k];
        for (int i = 0; i < penalties.length; i++) {
            penalties[i] = allows(i / k, i % k) ? 0 : TagSet.FORBIDDEN;
        }
        return penalties;
    }

    /** The same for the first tag. [size] */
    float[] startPenalties() {
        float[] penalties = new float[size()];
        for (int t = 0; t < penalties.length; t++) {
            penalties[t] = allows(-1, t) ? 0 : TagSet.FORBIDDEN;
        }
        return penalties;
    }

    /** The same for the last tag. [size] */
    float[] endPenalties() {
        float[] penalties = new float[size()];
        for (int t = 0; t < penalties.length; t++) {
            penalties[t] = allows(t, -1) ? 0 : TagSet.FORBIDDEN;
        }
        return penalties;
    }

    /** The tags of {@code count} characters that hold these mentions; of overlapping ones the later is left out. */
    public int[] encode(int count, List<MentionSpan> spans) {
        int[] tags = new int[count];
        for (MentionSpan span : spans) {
            int base = 1 + PLACES * types.indexOf(span.type());
            boolean free = base > 0
                    && span.to() <= count
                    && Arrays.stream(tags, span.from(), span.to()).allMatch(t -> t == 0);
            if (free) {
                Arrays.fill(tags, span.from(), span.to(), base + MIDDLE);
                tags[span.to() - 1] = base + LAST;
                tags[span.from()] = base + (span.to() - span.from() == 1 ? ONLY : FIRST);
            }
        }
        return tags;
    }

    /** The mentions that a sequence of tags holds; a sequence that breaks the rules still gives spans. */
    public List<MentionSpan> decode(int[] tags) {
        List<MentionSpan> spans = new ArrayList<>();
        for (int from = 0; from < tags.length; ) {
            int to = from + 1;
            if (tags[from] != 0) {
                int tag = tags[from];
                while (to < tags.length
                        && place(tags[to - 1]) != LAST
                        && place(tag) != ONLY
                        && allows(tags[to - 1], tags[to])
                        && tags[to] != 0) {
                    to++;
                }
                spans.add(new MentionSpan(types.get((tag - 1) / PLACES), from, to));
            }
            from = to;
        }
        return spans;
    }
}
