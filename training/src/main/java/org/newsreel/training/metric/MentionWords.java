package org.newsreel.training.metric;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/**
 * What a mention's string says by itself, for sorting errors and for the rules that learned chains are held against. By
 * capitals in English; Chinese has none, and there a description is known by 的 or by the pronoun that it begins with. That
 * is wrong now and then ("the Boss", "the boss"), and the same for every model.
 *
 * @param name whether it is a name (or, for a time, has a figure or a capital) and not a description such as "his wife"
 * @param nameTokens its words with a capital, in lower case, without articles, titles and initials; in Chinese the whole
 *     of a name
 */
record MentionWords(boolean name, Set<String> nameTokens) {
    /** Words that may begin a description with a capital, at the start of a sentence. */
    private static final Set<String> BEFORE = Set.of(
            "the", "a", "an", "this", "that", "these", "those", "his", "her", "my", "our", "their", "its", "your",
            "some", "two", "three", "one", "another", "other", "all", "both", "many", "young", "old");

    private static final Set<String> LINKS =
            Set.of("of", "in", "at", "from", "for", "on", "to", "with", "who", "that", "by", "near");

    /** Capitals that two people may share. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "sir",
            "lady",
            "lord",
            "king",
            "queen",
            "prince",
            "princess",
            "president",
            "general",
            "captain",
            "colonel",
            "major",
            "father",
            "mother",
            "st",
            "saint",
            "of",
            "and",
            "i");

    private static final String CHINESE_PRONOUNS = "他她它我你您其咱本该这那此自某";

    static MentionWords of(Mention mention) {
        String text = mention.text();
        if (text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)) {
            boolean name = text.indexOf('的') < 0 && (text.isEmpty() || CHINESE_PRONOUNS.indexOf(text.charAt(0)) < 0);
            return new MentionWords(name, name ? Set.of(text) : Set.of());
        }
        List<String> words = words(text);
        while (words.size() > 1 && BEFORE.contains(words.get(0).toLowerCase(Locale.ROOT))) {
            words.remove(0);
        }
        Set<String> tokens = new TreeSet<>();
        boolean figure = false;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            figure |= capital(word) || word.chars().anyMatch(Character::isDigit);
            if (capital(word) && word.codePointCount(0, word.length()) > 1 && !TITLES.contains(lower)) {
                tokens.add(lower);
            }
        }
        boolean name = mention.type() == EntityType.TIME ? figure : !words.isEmpty() && capital(words.get(head(words)));
        return new MentionWords(name, tokens);
    }

    /** Runs of letters and figures. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** The word that the others describe: the last one before a preposition. */
    private static int head(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (LINKS.contains(words.get(i))) {
                return i - 1;
            }
        }
        return words.size() - 1;
    }

    private static boolean capital(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }
}
