package org.newsreel.kg.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.newsreel.ontology.claim.EntityType;

/** Compares the names of organisations, places and things. */
final class ThingNames {
    private static final Set<String> FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "plc",
            "ag",
            "gmbh",
            "sa",
            "nv",
            "bv",
            "group",
            "holdings",
            "oyj",
            "ab",
            "spa",
            "kg",
            "有限公司",
            "公司",
            "集团");
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "on", "at", "de", "la", "du", "des");
    private static final int SHORTEST_ACRONYM = 2;
    private static final int LONGEST_ACRONYM = 7;
    private static final int SURE_ACRONYM = 4;

    private ThingNames() {}

    static NameMatch compare(EntityKey a, EntityKey b) {
        String one = core(a);
        String other = core(b);
        if (one.isEmpty() || other.isEmpty()) {
            return NameMatch.NOTHING;
        }
        if (one.equals(other)) {
            return NameMatch.of(0.9, "same name but for spelling or legal form");
        }
        if (a.type() != EntityType.MISC) {
            String acronym = isAcronym(a) ? one : isAcronym(b) ? other : "";
            String initials = isAcronym(a) ? initials(b) : initials(a);
            if (!acronym.isEmpty() && acronym.equals(initials)) {
                return NameMatch.of(acronym.length() >= SURE_ACRONYM ? 0.66 : 0.55, "initials of the full name");
            }
        }
        boolean scripts = Sounds.isHan(one) != Sounds.isHan(other);
        if (a.type() == EntityType.LOC && scripts) {
            String sound = sound(a);
            return sound.length() >= 2 && sound.equals(sound(b))
                    ? NameMatch.of(0.4, "sounds like the Chinese rendering")
                    : NameMatch.NOTHING;
        }
        return NameMatch.NOTHING;
    }

    /** The name's words without accents, marks and legal form, run together. */
    static String core(EntityKey key) {
        List<String> words = words(key);
        if (key.type() == EntityType.ORG) {
            while (words.size() > 1 && FORMS.contains(words.get(words.size() - 1))) {
                words.remove(words.size() - 1);
            }
        }
        String joined = String.join("", words);
        return Sounds.isHan(joined) ? Sounds.simplified(joined) : joined;
    }

    /** Whether the name is one short word. Capitals don't count: all spellings of a key must be judged alike. */
    static boolean isAcronym(EntityKey key) {
        List<String> words = words(key);
        return words.size() == 1
                && words.get(0).length() >= SHORTEST_ACRONYM
                && words.get(0).length() <= LONGEST_ACRONYM;
    }

    /** The initials of the words that count; empty for fewer than two such words. */
    static String initials(EntityKey key) {
        StringBuilder initials = new StringBuilder();
        for (String word : words(key)) {
            if (!SMALL.contains(word)) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.length() < SHORTEST_ACRONYM ? "" : initials.toString();
    }

    /** The consonant classes of a place's name. */
    static String sound(EntityKey key) {
        String core = core(key);
        return Sounds.isHan(core) ? Sounds.consonantsOfHan(core) : Sounds.consonants(core);
    }

    private static List<String> words(EntityKey key) {
        List<String> words = new ArrayList<>();
        // U.S. is one word, U.S.-based two.
        for (String word : key.name().replaceAll("(?<=\\b\\p{L})\\.", "").split("[^\\p{L}\\p{N}\\p{M}]+")) {
            Collections.addAll(words, Sounds.plain(word));
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}
