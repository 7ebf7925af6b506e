package org.newsreel.extraction.text;

import java.util.Arrays;
import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/**
 * BIO tags over mention types: 0 is O; type {@code k} has B at {@code 1 + 2k} and I at {@code 2 + 2k}. An I follows only
 * a B or I of its own type and never begins a text.
 */
public final class TagSet {
    /** Added to the score of a transition that must not be. */
    public static final float FORBIDDEN = -10_000f;

    public static final int OUTSIDE = 0;

    private final List<EntityType> types;

    public TagSet(List<EntityType> types) {
        this.types = List.copyOf(types);
    }

    /** How many tags there are. */
    public int size() {
        return 1 + 2 * types.size();
    }

    public int begin(EntityType type) {
        int at = types.indexOf(type);
        if (at < 0) {
            throw new IllegalArgumentException("there is no tag for " + type);
        }
        return 1 + 2 * at;
    }

    public int inside(EntityType type) {
        return begin(type) + 1;
    }

    public boolean isBegin(int tag) {
        return tag % 2 == 1;
    }

    public boolean isInside(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    /** The type of a B or I tag. */
    public EntityType type(int tag) {
        return types.get((tag - 1) / 2);
    }

    /** Whether a tag may follow another; {@code from} -1 stands for the text's beginning. */
    public boolean allows(int from, int to) {
        return !isInside(to) || from > 0 && (from - 1) / 2 == (to - 1) / 2;
    }

    /** {@code [size * size]}, row {@code from}, column {@code to}: 0 where allowed, else {@link #FORBIDDEN}. */
    public float[] transitionPenalties() {
        float[] penalties = new float[size() * size()];
        for (int from = 0; from < size(); from++) {
            for (int to = 0; to < size(); to++) {
                penalties[from * size() + to] = allows(from, to) ? 0 : FORBIDDEN;
            }
        }
        return penalties;
    }

    /** {@code [size]}: 0 for tags that may begin a text, else {@link #FORBIDDEN}. */
    public float[] startPenalties() {
        float[] penalties = new float[size()];
        for (int to = 0; to < size(); to++) {
            penalties[to] = allows(-1, to) ? 0 : FORBIDDEN;
        }
        return penalties;
    }

    /** The tags of {@code count} words that hold these spans, which must not overlap. */
    public int[] encode(int count, List<MentionSpan> spans) {
        int[] tags = new int[count];
        for (MentionSpan span : spans) {
            tags[span.from()] = begin(span.type());
            Arrays.fill(tags, span.from() + 1, span.to(), inside(span.type()));
        }
        return tags;
    }

    /** The spans that a sequence of tags holds; a stray I begins a span. */
    public List<MentionSpan> decode(int[] tags) {
        List<MentionSpan> spans = new java.util.ArrayList<>();
        int start = -1;
        for (int i = 0; i <= tags.length; i++) {
            int tag = i < tags.length ? tags[i] : OUTSIDE;
            boolean goesOn = start >= 0 && isInside(tag) && type(tag) == type(tags[start]);
            if (goesOn) {
                continue;
            }
            if (start >= 0) {
                spans.add(new MentionSpan(type(tags[start]), start, i));
            }
            start = tag == OUTSIDE ? -1 : i;
        }
        return spans;
    }
}
