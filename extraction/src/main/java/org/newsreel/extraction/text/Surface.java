package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsreel.extraction.encoder.WordShape;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityType;

/**
 * What can be read off a mention's words without a network.
 *
 * @param type the mention's type
 * @param from first word
 * @param to one past the last word
 * @param sentence sentence of the first word
 * @param words the words that carry meaning, in lower case: no articles, no possessive endings, no punctuation
 * @param head the word that the others describe, in lower case; empty when there is none
 * @param named whether it is a name (or, for a time, has a figure or a month) and not a description such as "his wife"
 * @param owner the possessive pronoun that it begins with; empty when none
 * @param gender what its words say
 * @param plural whether its head is a plural
 * @param initials first letters of its words
 */
record Surface(
        EntityType type,
        int from,
        int to,
        int sentence,
        List<String> words,
        String head,
        boolean named,
        String owner,
        Gender gender,
        boolean plural,
        String initials) {
    enum Gender {
        UNKNOWN,
        MALE,
        FEMALE
    }

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "that", "these", "those");
    private static final Set<String> OWNERS = Set.of("his", "her", "my", "our", "their", "its", "your");
    private static final Set<String> LINKS =
            Set.of("of", "in", "at", "from", "for", "on", "to", "with", "who", "that", "by", "near");
    private static final Set<String> MALE = Set.of(
            "he",
            "him",
            "man",
            "men",
            "boy",
            "boys",
            "father",
            "dad",
            "son",
            "sons",
            "brother",
            "brothers",
            "husband",
            "uncle",
            "grandfather",
            "nephew",
            "king",
            "prince",
            "actor",
            "mr",
            "gentleman",
            "stepfather",
            "boyfriend",
            "sir",
            "lord",
            "chairman",
            "spokesman",
            "businessman",
            "bachelor",
            "groom",
            "widower");
    private static final Set<String> FEMALE = Set.of(
            "she",
            "woman",
            "women",
            "girl",
            "girls",
            "mother",
            "mom",
            "mum",
            "daughter",
            "daughters",
            "sister",
            "sisters",
            "wife",
            "aunt",
            "grandmother",
            "niece",
            "queen",
            "princess",
            "actress",
            "mrs",
            "miss",
            "ms",
            "lady",
            "stepmother",
            "girlfriend",
            "chairwoman",
            "spokeswoman",
            "bride",
            "widow",
            "waitress");
    private static final Set<String> PLURALS =
            Set.of("people", "children", "men", "women", "parents", "family", "folks", "police", "kids", "couple");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "christmas",
            "easter");

    Surface {
        words = List.copyOf(words);
    }

    static Surface of(Words text, MentionSpan span) {
        List<String> words = new ArrayList<>();
        List<Boolean> capital = new ArrayList<>();
        String owner = "";
        for (int w = span.from(); w < span.to(); w++) {
            WordShape shape = text.shape(w);
            if (shape == WordShape.SYMBOL) {
                continue;
            }
            String word = text.word(w).toLowerCase(Locale.ROOT);
            if (words.isEmpty() && (OWNERS.contains(word) || ARTICLES.contains(word))) {
                owner = OWNERS.contains(word) ? word : owner;
                continue;
            }
            if (word.equals("s") && !words.isEmpty()) {
                continue;
            }
            words.add(word);
            capital.add(shape == WordShape.TITLE
                    || shape == WordShape.UPPER
                    || shape == WordShape.MIXED
                    || shape == WordShape.INITIAL
                    || shape == WordShape.CASELESS);
        }
        if (words.isEmpty()) {
            words.add(text.slice(span.from(), span.to()).toLowerCase(Locale.ROOT));
            capital.add(false);
        }
        int head = headOf(words);
        Gender gender = Gender.UNKNOWN;
        StringBuilder initials = new StringBuilder();
        boolean figure = false;
        for (String word : words) {
            gender = MALE.contains(word) ? Gender.MALE : FEMALE.contains(word) ? Gender.FEMALE : gender;
            initials.appendCodePoint(word.codePointAt(0));
            figure |= MONTHS.contains(word) || word.chars().anyMatch(Character::isDigit);
        }
        boolean described = MALE.contains(words.get(head)) || FEMALE.contains(words.get(head));
        boolean named = span.type() == EntityType.TIME ? figure : capital.get(head) && owner.isEmpty() && !described;
        String headWord = words.get(head);
        boolean plural = PLURALS.contains(headWord) || !named && headWord.length() > 3 && headWord.endsWith("s");
        return new Surface(
                span.type(),
                span.from(),
                span.to(),
                text.sentence(span.from()),
                words,
                headWord,
                named,
                owner,
                gender,
                plural,
                initials.toString());
    }

    private static int headOf(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (LINKS.contains(words.get(i))) {
                return i - 1;
            }
        }
        return words.size() - 1;
    }
}
