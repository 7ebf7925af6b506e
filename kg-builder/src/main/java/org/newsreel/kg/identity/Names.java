package org.newsreel.kg.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsreel.kg.time.Dates;
import org.newsreel.ontology.claim.EntityType;

/**
 * Which names identify somebody or something beyond one document. Deliberately careful: two entities that should be one
 * can be joined later, two that were wrongly made one can't be told apart again.
 */
final class Names {
    /** Words before a person's name that don't belong to it. "King" and "Prince" do: without them the rest is one word. */
    private static final Set<String> HONORIFICS = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "doctor",
            "prof",
            "professor",
            "sir",
            "madam",
            "president",
            "vice",
            "former",
            "senator",
            "sen",
            "governor",
            "gov",
            "representative",
            "rep",
            "congressman",
            "congresswoman",
            "judge",
            "justice",
            "general",
            "gen",
            "colonel",
            "col",
            "captain",
            "capt",
            "lieutenant",
            "lt",
            "sergeant",
            "sgt",
            "minister",
            "prime",
            "chancellor",
            "secretary",
            "mayor",
            "coach",
            "ambassador",
            "reverend",
            "rev");

    private static final Set<String> CHINESE_TITLES =
            Set.of("先生", "女士", "小姐", "教授", "博士", "总统", "主席", "总理", "部长", "市长", "将军", "记者");
    /** First words of descriptions such as "his wife" or "a company", which name nobody. */
    private static final Set<String> DESCRIBERS = Set.of(
            "a", "an", "another", "any", "each", "every", "he", "her", "hers", "his", "i", "it", "its", "me", "mine",
            "my", "no", "one", "our", "ours", "she", "some", "that", "their", "them", "these", "they", "this", "those",
            "two", "we", "who", "whose", "you", "your");

    private static final Pattern CHINESE_DESCRIPTION =
            Pattern.compile("(他|她|它|我|你|您|这|那|该|其|某|本|一名|一位|一个|一家|一座|两|几|许多|所有|自己|大家).*");
    private static final Pattern ARTICLE = Pattern.compile("the +", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGE = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");
    private static final Pattern POSSESSIVE = Pattern.compile(" ?['’]s?$");
    /** The shortest Chinese name of a person that is taken for a full one; two characters may be a given name alone. */
    private static final int FULL_CHINESE_NAME = 3;

    private Names() {}

    /** The name as it is compared: NFKC, without articles, honorifics, marks around it and case. Never empty. */
    static String normalised(EntityType type, String name) {
        String folded = fold(bare(name));
        if (type == EntityType.PER) {
            folded = withoutHonorifics(folded);
        }
        return folded;
    }

    /** The normalised name when it identifies an entity of this type in every document, else empty. */
    static Optional<String> identifying(EntityType type, String name) {
        if (type == EntityType.TIME) {
            return Dates.read(name);
        }
        String bare = bare(name);
        if (isDescription(bare)) {
            return Optional.empty();
        }
        String normalised = normalised(type, name);
        if (type == EntityType.PER && !isFullName(normalised)) {
            return Optional.empty();
        }
        return Optional.of(normalised);
    }

    private static String bare(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        String inner = POSSESSIVE.matcher(text).replaceFirst("");
        inner = EDGE.matcher(inner).replaceAll("");
        inner = ARTICLE.matcher(inner).lookingAt()
                ? inner.substring("the".length()).strip()
                : inner;
        return inner.isEmpty() ? text : inner;
    }

    /** Case folding by way of upper case, so that ß and SS meet. */
    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String withoutHonorifics(String folded) {
        List<String> words = new ArrayList<>(Arrays.asList(folded.split(" ")));
        while (words.size() > 1 && HONORIFICS.contains(words.get(0).replace(".", ""))) {
            words.remove(0);
        }
        String name = String.join(" ", words);
        for (String title : CHINESE_TITLES) {
            if (name.endsWith(title) && name.length() > title.length()) {
                return name.substring(0, name.length() - title.length());
            }
        }
        return name;
    }

    private static boolean isDescription(String bare) {
        if (CHINESE_DESCRIPTION.matcher(bare).matches()) {
            return true;
        }
        if (DESCRIBERS.contains(bare.split(" ")[0].toLowerCase(Locale.ROOT))) {
            return true;
        }
        // A name has a capital, a digit, or a letter of a script without case.
        return bare.codePoints()
                .noneMatch(c -> Character.isUpperCase(c)
                        || Character.isTitleCase(c)
                        || Character.isDigit(c)
                        || (Character.isLetter(c) && !Character.isLowerCase(c)));
    }

    private static boolean isFullName(String normalised) {
        if (normalised.contains(" ") || normalised.contains("·")) {
            return true;
        }
        boolean han = normalised.codePoints().allMatch(Character::isIdeographic);
        return han && normalised.codePointCount(0, normalised.length()) >= FULL_CHINESE_NAME;
    }
}
