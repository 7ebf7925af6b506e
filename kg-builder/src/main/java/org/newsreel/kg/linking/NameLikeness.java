package org.newsreel.kg.linking;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.identity.NameMatch;
import org.newsreel.ontology.claim.EntityType;

/**
 * How alike two names from different sources are, in [0, 1]: 1 for the same but for case, accents, order of words and marks;
 * else the better of what the rules for names of one type say (initials, nicknames, legal forms, transliteration) and of
 * the share of common letter pairs (Dice, Measures of the Amount of Ecologic Association, 1945), which typing errors leave
 * high. Rules that speak against two names' being one keep the likeness under {@link #CONFLICT}.
 */
public final class NameLikeness {
    /** The most that two names can have of which rules say that they are two persons'. */
    public static final double CONFLICT = 0.5;

    /** What letters in common can give at most: they never make certain. */
    private static final double LETTERS = 0.95;

    private NameLikeness() {}

    /** The likeness of a name and the best of some others; 0 when there are none. */
    public static double best(String name, Collection<String> others, Optional<EntityType> type) {
        double best = 0;
        for (String other : others) {
            best = Math.max(best, of(name, other, type));
        }
        return best;
    }

    /** The likeness of two names of one type, or of an unknown one. */
    public static double of(String one, String other, Optional<EntityType> type) {
        String a = plain(one);
        String b = plain(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b) || sorted(a).equals(sorted(b))) {
            return 1;
        }
        double letters = LETTERS * dice(a, b);
        if (type.isEmpty() || type.get() == EntityType.TIME) {
            return letters;
        }
        NameMatch match = NameMatch.of(key(one, type.get()), key(other, type.get()));
        return match.conflict() ? Math.min(letters, CONFLICT) : Math.max(letters, match.likeness());
    }

    private static EntityKey key(String name, EntityType type) {
        return new EntityKey(Iris.BASE + "other", type, name, true);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String sorted(String plain) {
        String[] words = plain.split(" ");
        java.util.Arrays.sort(words);
        return String.join(" ", words);
    }

    private static double dice(String a, String b) {
        Map<String, Integer> pairs = pairs(a);
        Map<String, Integer> others = pairs(b);
        int common = 0;
        for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
            common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
        }
        int all = count(pairs) + count(others);
        return all == 0 ? 0 : 2.0 * common / all;
    }

    /** Pairs of neighbouring letters with the ends of words as letters, so that names of one letter have some too. */
    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        int[] letters = (" " + text + " ").codePoints().toArray();
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.merge(new String(letters, i, 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static int count(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
