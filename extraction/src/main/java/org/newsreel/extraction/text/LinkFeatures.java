package org.newsreel.extraction.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.text.Surface.Gender;

/** What the words, types and distance of two mentions say about their being one entity, as numbers in [0, 1]. */
final class LinkFeatures {
    /** How many there are. */
    static final int COUNT = 28;

    private LinkFeatures() {}

    /**
     * Writes the features of a pair.
     *
     * @param a the earlier mention
     * @param b the later mention
     * @param mentionsBetween how many mentions begin between them
     * @param out takes {@link #COUNT} values from {@code at}
     */
    static void write(Surface a, Surface b, int mentionsBetween, float[] out, int at) {
        boolean same = a.words().equals(b.words());
        boolean sameHead = a.head().equals(b.head());
        boolean bothNamed = a.named() && b.named();
        boolean neitherNamed = !a.named() && !b.named();
        Set<String> shared = new HashSet<>(a.words());
        shared.retainAll(new HashSet<>(b.words()));
        Set<String> all = new HashSet<>(a.words());
        all.addAll(b.words());
        int shorter = Math.min(new HashSet<>(a.words()).size(), new HashSet<>(b.words()).size());
        boolean contained = shared.size() == shorter;
        int gap = Math.max(0, b.from() - a.to());
        boolean genders = a.gender() != Gender.UNKNOWN && b.gender() != Gender.UNKNOWN;
        boolean owners = !a.owner().isEmpty() && !b.owner().isEmpty();
        float[] f = {
            one(same),
            one(same && bothNamed),
            one(same && neitherNamed),
            one(sameHead),
            one(sameHead && bothNamed),
            one(sameHead && neitherNamed),
            one(contained),
            one(contained && bothNamed),
            (float) shared.size() / all.size(),
            one(a.words().get(0).equals(b.words().get(0))),
            one(last(a.words()).equals(last(b.words()))),
            one(acronym(a, b) || acronym(b, a)),
            spelling(a.head(), b.head()),
            one(bothNamed && shared.isEmpty()),
            one(bothNamed),
            one(a.named() && !b.named()),
            one(!a.named() && b.named()),
            one(genders && a.gender() == b.gender()),
            one(genders && a.gender() != b.gender()),
            one(a.plural() == b.plural()),
            one(owners && a.owner().equals(b.owner())),
            one(owners && !a.owner().equals(b.owner())),
            logarithm(gap, 512),
            logarithm(mentionsBetween, 64),
            logarithm(Math.max(0, b.sentence() - a.sentence()), 32),
            one(a.sentence() == b.sentence()),
            one(gap <= 1),
            a.type().ordinal() / 4f,
        };
        System.arraycopy(f, 0, out, at, COUNT);
    }

    private static float one(boolean holds) {
        return holds ? 1 : 0;
    }

    private static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** 0 at 0, 1 at {@code full} and above. */
    private static float logarithm(int value, int full) {
        return (float) Math.min(1, Math.log1p(value) / Math.log1p(full));
    }

    private static boolean acronym(Surface brief, Surface full) {
        return brief.words().size() == 1
                && full.words().size() > 1
                && brief.words().get(0).equals(full.initials());
    }

    /** Share of letter pairs that two words have in common (Dice), for names that a transcript spells differently. */
    private static float spelling(String a, String b) {
        if (a.length() < 2 || b.length() < 2) {
            return a.equals(b) ? 1 : 0;
        }
        Set<String> first = pairs(a);
        Set<String> second = pairs(b);
        int total = first.size() + second.size();
        first.retainAll(second);
        return 2f * first.size() / total;
    }

    private static Set<String> pairs(String word) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= word.length(); i++) {
            pairs.add(word.substring(i, i + 2));
        }
        return pairs;
    }
}
