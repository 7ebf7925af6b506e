package org.newsreel.kg.identity;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.newsreel.kg.identity.PersonName.Form;

/**
 * Compares the names of two persons. The likenesses are those at which names alone, with names and context, or only with
 * much context should be taken for one person's; decisions/0012 shows how they were set.
 */
final class PersonNames {
    /** Gives -1 for more, so that unlike words cost little. */
    private static final LevenshteinDistance AT_MOST_ONE = new LevenshteinDistance(1);

    private static final int LONG_ENOUGH_TO_MISSPELL = 5;
    private static final double SOUNDS_LIKE = 0.6;

    private PersonNames() {}

    static NameMatch compare(PersonName a, PersonName b) {
        if (a.gender().isPresent() && b.gender().isPresent() && !a.gender().equals(b.gender())) {
            return NameMatch.conflict("one is a man's title, the other a woman's");
        }
        if (a.form() == Form.OTHER || b.form() == Form.OTHER) {
            return NameMatch.NOTHING;
        }
        if (a.form() == Form.WORDS && b.form() == Form.WORDS) {
            return words(a, b);
        }
        if (a.form() != Form.WORDS && b.form() != Form.WORDS) {
            return characters(a, b);
        }
        return a.form() == Form.WORDS ? across(a, b) : across(b, a);
    }

    private static NameMatch words(PersonName a, PersonName b) {
        if (a.isBare() && b.isBare()) {
            return a.family().equals(b.family()) ? NameMatch.of(0.4, "same one-word name") : NameMatch.NOTHING;
        }
        if (a.isBare() || b.isBare()) {
            return a.family().equals(b.family()) ? NameMatch.of(0.51, "family name alone") : NameMatch.NOTHING;
        }
        if (a.family().equals(b.given().get(0)) && b.family().equals(a.given().get(0))) {
            return NameMatch.of(0.74, "same words in another order");
        }
        boolean misspelt = !a.family().equals(b.family()) && isMisspelling(a.family(), b.family());
        if (!misspelt && !a.family().equals(b.family())) {
            return NameMatch.unrelated();
        }
        if (!a.generation().isEmpty()
                && !b.generation().isEmpty()
                && !a.generation().equals(b.generation())) {
            return NameMatch.conflict("another generation");
        }
        NameMatch given = given(a, b);
        if (misspelt) {
            return given.likeness() > 0.7
                    ? NameMatch.of(given.likeness() - 0.26, given.reason() + ", family name spelt almost alike")
                    : NameMatch.NOTHING;
        }
        boolean oneGeneration = a.generation().isEmpty() != b.generation().isEmpty();
        return oneGeneration && given.likeness() > 0
                ? NameMatch.of(given.likeness() - 0.2, given.reason() + ", one with a generation")
                : given;
    }

    /** Given names of people with the same family name. */
    private static NameMatch given(PersonName a, PersonName b) {
        String first = a.given().get(0);
        String second = b.given().get(0);
        boolean middleFits = true;
        int shared = Math.min(a.given().size(), b.given().size());
        int initials = 0;
        for (int i = 1; i < shared; i++) {
            boolean initial = a.isInitial(i) || b.isInitial(i);
            initials += initial ? 1 : 0;
            middleFits &= initial
                    ? a.given().get(i).charAt(0) == b.given().get(i).charAt(0)
                    : a.given().get(i).equals(b.given().get(i))
                            || isMisspelling(a.given().get(i), b.given().get(i));
        }
        if (!middleFits) {
            return NameMatch.conflict("another middle name");
        }
        boolean middleOnOneSide = a.given().size() != b.given().size();
        if (first.equals(second) && first.length() > 1) {
            return middleOnOneSide
                    ? NameMatch.of(0.74, "same given and family name, one with a middle name")
                    : NameMatch.of(initials > 0 ? 0.85 : 0.95, "same given and family name");
        }
        if (a.isInitial(0) || b.isInitial(0)) {
            boolean nick =
                    Nicknames.full(first).charAt(0) == Nicknames.full(second).charAt(0);
            if (first.charAt(0) != second.charAt(0) && !nick) {
                return NameMatch.conflict("another initial");
            }
            double more = shared > 1 ? 0.1 : 0;
            return NameMatch.of(0.66 + more, "same family name and initial");
        }
        if (Nicknames.full(first).equals(Nicknames.full(second))) {
            return NameMatch.of(0.74, "same family name, short form of the given name");
        }
        return isMisspelling(first, second)
                ? NameMatch.of(0.5, "same family name, given name spelt almost alike")
                : NameMatch.conflict("same family name, another given name");
    }

    private static NameMatch characters(PersonName a, PersonName b) {
        if (a.characters().equals(b.characters())) {
            int length = a.characters().codePointCount(0, a.characters().length());
            return length > 2 ? NameMatch.of(0.95, "same characters") : NameMatch.of(0.6, "same two characters");
        }
        if (a.form() == Form.RENDERED || b.form() == Form.RENDERED) {
            String alone = a.form() == Form.RENDERED && !a.isBare() ? b.characters() : a.characters();
            String family = a.form() == Form.RENDERED && !a.isBare() ? a.family() : b.family();
            boolean otherBare = a.isBare() || b.isBare() || a.form() == Form.CHINESE || b.form() == Form.CHINESE;
            if (otherBare && alone.equals(family)) {
                return NameMatch.of(0.51, "family name alone");
            }
            return a.family().equals(b.family()) && !a.isBare() && !b.isBare()
                    ? rendered(a.given(), b.given())
                    : NameMatch.NOTHING;
        }
        return a.family().equals(b.family())
                ? NameMatch.conflict("same family name, another given name")
                : NameMatch.NOTHING;
    }

    /** Given names in Chinese characters under one family name: different renderings sound alike. */
    private static NameMatch rendered(List<String> a, List<String> b) {
        double likeness = Sounds.likeness(Sounds.consonantsOfHan(a.get(0)), Sounds.consonantsOfHan(b.get(0)));
        return likeness >= SOUNDS_LIKE
                ? NameMatch.of(0.6, "same family name, given name sounds alike")
                : NameMatch.conflict("same family name, another given name");
    }

    private static NameMatch across(PersonName words, PersonName han) {
        NameMatch native_ = han.form() == Form.CHINESE ? pinyin(words, han) : NameMatch.NOTHING;
        return native_.likeness() > 0 ? native_ : rendered(words, han);
    }

    private static NameMatch pinyin(PersonName words, PersonName han) {
        if (words.isBare()) {
            return NameMatch.NOTHING;
        }
        List<String> syllables = Sounds.syllables(han.given().get(0));
        String given = String.join("", syllables);
        String family = Sounds.surname(han.family());
        String before = String.join("", words.given());
        boolean familyLast = words.family().equals(family) && before.equals(given);
        boolean familyFirst = words.given().get(0).equals(family)
                && (String.join("", words.given().subList(1, words.given().size())) + words.family()).equals(given);
        if (!familyLast && !familyFirst) {
            return NameMatch.NOTHING;
        }
        return syllables.size() > 1
                ? NameMatch.of(0.78, "pinyin of the Chinese name")
                : NameMatch.of(0.55, "pinyin of a short Chinese name");
    }

    private static NameMatch rendered(PersonName words, PersonName han) {
        String family = Sounds.consonants(words.family());
        if (han.form() == Form.CHINESE || han.isBare()) {
            return family.length() >= 2 && family.equals(Sounds.consonantsOfHan(han.characters()))
                    ? NameMatch.of(0.35, "family name sounds like the Chinese rendering")
                    : NameMatch.NOTHING;
        }
        double familyLikeness = Sounds.likeness(family, Sounds.consonantsOfHan(han.family()));
        if (words.isBare()) {
            return familyLikeness == 1 && family.length() >= 2
                    ? NameMatch.of(0.35, "family name sounds like the Chinese rendering")
                    : NameMatch.NOTHING;
        }
        double givenLikeness = Sounds.likeness(
                Sounds.consonants(words.given().get(0)),
                Sounds.consonantsOfHan(han.given().get(0)));
        if (familyLikeness == 1 && family.length() >= 2 && givenLikeness >= SOUNDS_LIKE) {
            return NameMatch.of(givenLikeness == 1 ? 0.74 : 0.6, "sounds like the Chinese rendering");
        }
        return familyLikeness >= SOUNDS_LIKE && givenLikeness >= SOUNDS_LIKE
                ? NameMatch.of(0.5, "sounds somewhat like the Chinese rendering")
                : NameMatch.NOTHING;
    }

    /** One letter's difference in a word long enough, with the same first letter. */
    private static boolean isMisspelling(String a, String b) {
        // Numbers are never misspelt: Section 12 and Section 13 are two.
        return a.codePoints().noneMatch(Character::isDigit)
                && b.codePoints().noneMatch(Character::isDigit)
                && Math.min(a.length(), b.length()) >= LONG_ENOUGH_TO_MISSPELL
                && a.charAt(0) == b.charAt(0)
                && Math.abs(a.length() - b.length()) <= 1
                && AT_MOST_ONE.apply(a, b) == 1;
    }
}
