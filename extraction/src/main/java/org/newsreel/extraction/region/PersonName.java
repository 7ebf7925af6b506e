package org.newsreel.extraction.region;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares names as captions write them with names as texts do. */
final class PersonName {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "sir",
            "lady",
            "president",
            "minister",
            "mayor",
            "secretary",
            "senator",
            "governor",
            "chancellor",
            "captain",
            "judge",
            "coach",
            "director",
            "chief",
            "chair",
            "chairman",
            "chairwoman",
            "premier",
            "prime",
            "foreign",
            "king",
            "queen",
            "prince",
            "princess",
            "pope");

    /** Words that a text model may call a person and that name nobody. */
    private static final Set<String> NO_NAMES = Set.of(
            "i",
            "me",
            "my",
            "you",
            "he",
            "him",
            "his",
            "she",
            "her",
            "hers",
            "it",
            "we",
            "us",
            "our",
            "they",
            "them",
            "their",
            "who",
            "the",
            "this",
            "that",
            "these",
            "those",
            "everybody",
            "everyone",
            "people",
            "mother",
            "father",
            "brother",
            "sister",
            "wife",
            "husband",
            "son",
            "daughter",
            "parents");

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn",
            "y");

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.THAI);

    private PersonName() {}

    /** Words in lower case without accents and punctuation. */
    static List<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]s\\b", "")
                .toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        for (String token : plain.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** {@link #tokens} without titles in front, unless nothing else is there. */
    static List<String> nameTokens(String text) {
        List<String> tokens = tokens(text);
        int from = 0;
        while (from < tokens.size() && TITLES.contains(tokens.get(from))) {
            from++;
        }
        return from == tokens.size() ? List.of() : tokens.subList(from, tokens.size());
    }

    /** Whether this is somebody's name rather than a description such as "his wife" or "Facebook CEO". */
    static boolean isName(String text) {
        String trimmed = text.strip();
        if (!trimmed.isEmpty() && WITHOUT_SPACES.contains(Character.UnicodeScript.of(trimmed.codePointAt(0)))) {
            int letters = trimmed.codePointCount(0, trimmed.length());
            return letters >= 2 && letters <= 12 && "我你他她它您咱这那".indexOf(trimmed.codePointAt(0)) < 0;
        }
        List<String> name = nameTokens(trimmed);
        if (name.isEmpty() || name.size() > 5) {
            return false;
        }
        String[] words = trimmed.split("[\\s.]+", -1);
        int capitals = 0;
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (word.isEmpty() || PARTICLES.contains(lower) || TITLES.contains(lower)) {
                continue;
            }
            boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            if (NO_NAMES.contains(lower) || acronym || !Character.isUpperCase(word.codePointAt(0))) {
                return false;
            }
            capitals++;
        }
        return capitals > 0;
    }

    /** Words are the same when equal, when they look the same, or when one letter of a longer word was misread. */
    static boolean sameWord(String a, String b) {
        return a.equals(b)
                || Math.min(a.length(), b.length()) >= 3 && shape(a).equals(shape(b))
                || Math.min(a.length(), b.length()) >= 5 && EditDistance.between(a, b) <= 1;
    }

    /** Letters that readers of print take for one another become one. */
    private static String shape(String word) {
        return word.replace("rn", "m")
                .replace("vv", "w")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('l', 'i')
                .replace('5', 's')
                .replace('8', 'b');
    }

    /** 2 when all words agree, or spell a Chinese name in Latin letters; 1 when the surnames agree and nothing else contradicts; 0 otherwise. */
    static int match(String caption, String name) {
        if (Transliteration.isChinese(name) && !Transliteration.isChinese(caption)) {
            return Transliteration.spells(nameTokens(caption), name) ? 2 : 0;
        }
        List<String> a = nameTokens(caption);
        List<String> b = nameTokens(name);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = sameWord(a.get(i), b.get(i));
        }
        if (same) {
            return 2;
        }
        String surname = a.get(a.size() - 1);
        if (surname.length() < 3 || !sameWord(surname, b.get(b.size() - 1))) {
            return 0;
        }
        boolean oneWord = a.size() == 1 || b.size() == 1;
        String first = a.get(0);
        String other = b.get(0);
        boolean initial = (first.length() == 1 || other.length() == 1) && first.charAt(0) == other.charAt(0);
        return oneWord || initial || sameWord(first, other) ? 1 : 0;
    }

    /** Whether the words of {@code name} stand in {@code line} one after the other. */
    static boolean contains(String line, String name) {
        List<String> words = tokens(line);
        List<String> wanted = tokens(name);
        if (wanted.isEmpty() || wanted.stream().mapToInt(String::length).sum() < 3) {
            return false;
        }
        for (int at = 0; at + wanted.size() <= words.size(); at++) {
            boolean same = true;
            for (int i = 0; same && i < wanted.size(); i++) {
                same = sameWord(words.get(at + i), wanted.get(i));
            }
            if (same) {
                return true;
            }
        }
        return false;
    }
}
