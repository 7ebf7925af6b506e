package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.newsreel.extraction.text.MentionSpan;

/** The mentions of a text and what their words say. Not for several threads. */
public final class ChineseMentions {
    /** How many preceding mentions of its type a mention is compared with. */
    private static final int NEAREST = 60;

    /** How many earlier ones with the same words are compared as well. */
    private static final int SAME = 20;

    private final ChineseText text;
    private final List<MentionView> views;
    private final Features features = new Features();

    ChineseMentions(ChineseText text, List<MentionSpan> spans) {
        this.text = text;
        this.views = spans.stream().map(s -> MentionView.of(text, s)).toList();
    }

    public int size() {
        return views.size();
    }

    MentionView view(int mention) {
        return views.get(mention);
    }

    List<MentionView> views() {
        return views;
    }

    ChineseText text() {
        return text;
    }

    /** The pairs {@code {earlier, later}} that are worth scoring: of one type, near each other or of the same words. */
    public List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int later = 0; later < views.size(); later++) {
            MentionView b = views.get(later);
            TreeSet<Integer> earlier = new TreeSet<>();
            int near = 0;
            int same = 0;
            for (int i = later - 1; i >= 0; i--) {
                MentionView a = views.get(i);
                if (a.type() == b.type()) {
                    boolean equal = a.text().equals(b.text());
                    if (near++ < NEAREST || equal && same < SAME) {
                        earlier.add(i);
                        same += equal ? 1 : 0;
                    }
                }
            }
            for (int i : earlier) {
                pairs.add(new int[] {i, later});
            }
        }
        return pairs;
    }

    /** The features of a pair of mentions of one type, the earlier first. */
    public int[] linkFeatures(int earlier, int later) {
        return LinkFeatures.of(text, views, earlier, later, features);
    }

    /** Looks at pairs of chains. */
    public ChinesePairs pairs(List<List<Integer>> chains) {
        return new ChinesePairs(this, chains);
    }
}
