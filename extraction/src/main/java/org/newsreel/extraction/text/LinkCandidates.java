package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The pairs of mentions that are worth scoring: of one type, and either among the nearest mentions of that type or
 * sharing a word. In a document of usual length that is every pair of one type; in a long one it keeps the number of
 * pairs proportional to the number of mentions.
 */
public final class LinkCandidates {
    /** How many preceding mentions of its type a mention is compared with. */
    static final int NEAREST = 60;

    /** How many earlier mentions that share a word are compared as well. */
    static final int SHARING = 20;

    private LinkCandidates() {}

    /** Pairs {@code {earlier, later}} of indexes, ascending by the later, then the earlier. */
    static List<int[]> pairs(List<Surface> mentions) {
        List<int[]> pairs = new ArrayList<>();
        Map<Object, List<Integer>> byType = new HashMap<>();
        Map<String, List<Integer>> byWord = new HashMap<>();
        for (int later = 0; later < mentions.size(); later++) {
            Surface mention = mentions.get(later);
            List<Integer> before = byType.computeIfAbsent(mention.type(), t -> new ArrayList<>());
            TreeSet<Integer> earlier = new TreeSet<>(tail(before, NEAREST));
            for (String word : mention.words()) {
                List<Integer> sharing = byWord.computeIfAbsent(mention.type() + " " + word, k -> new ArrayList<>());
                earlier.addAll(tail(sharing, SHARING));
                sharing.add(later);
            }
            earlier.remove(later);
            before.add(later);
            for (int first : earlier) {
                pairs.add(new int[] {first, later});
            }
        }
        return pairs;
    }

    private static List<Integer> tail(List<Integer> values, int count) {
        return values.subList(Math.max(0, values.size() - count), values.size());
    }

    /**
     * The features of pairs.
     *
     * @param offset added to the indexes, for mentions that follow others in one call
     */
    static LinkBatch batch(List<Surface> mentions, List<int[]> pairs, int offset) {
        long[] first = new long[pairs.size()];
        long[] second = new long[pairs.size()];
        float[] features = new float[pairs.size() * LinkFeatures.COUNT];
        for (int p = 0; p < first.length; p++) {
            int i = pairs.get(p)[0];
            int j = pairs.get(p)[1];
            first[p] = (long) offset + i;
            second[p] = (long) offset + j;
            LinkFeatures.write(mentions.get(i), mentions.get(j), j - i - 1, features, p * LinkFeatures.COUNT);
        }
        return new LinkBatch(first, second, features);
    }
}
