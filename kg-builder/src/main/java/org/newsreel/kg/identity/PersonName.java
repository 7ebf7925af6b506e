package org.newsreel.kg.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a person's name as written.
 *
 * @param form how the name is written
 * @param given given names and initials in order, plain; empty when only one word is known
 * @param family family name, or the only word, plain; simplified characters for Chinese
 * @param generation {@code jr}, {@code sr}, {@code ii}, … or empty
 * @param gender {@code m} or {@code f} where a title tells, else empty
 */
record PersonName(Form form, List<String> given, String family, String generation, Optional<String> gender) {
    /** How a name is written. */
    enum Form {
        /** Words of an alphabet. */
        WORDS,
        /** Two to four Chinese characters: a Chinese name, or a foreign family name. */
        CHINESE,
        /** A foreign name in Chinese characters, its parts divided by a dot or too long for a Chinese one. */
        RENDERED,
        /** Nothing that could be compared. */
        OTHER
    }

    private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv", "junior", "senior");
    private static final Set<String> MALE = Set.of("mr", "sir", "king", "prince", "lord", "father", "先生");
    private static final Set<String> FEMALE =
            Set.of("mrs", "ms", "miss", "madam", "queen", "princess", "lady", "女士", "小姐");
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "司马", "诸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "东方", "端木", "独孤");
    private static final int LONGEST_CHINESE = 4;

    static PersonName of(EntityKey key) {
        String name = key.name();
        Optional<String> gender = key.shared() ? Optional.empty() : gender(key.label());
        String[] dotted = name.split("[·•・‧]");
        String joined = String.join("", dotted).replace(" ", "");
        if (Sounds.isHan(joined)) {
            return chinese(dotted, Sounds.simplified(joined), gender);
        }
        List<String> words = new ArrayList<>();
        String generation = "";
        for (String word : name.split("[\\s.·]+")) {
            String plain = Sounds.plain(word);
            if (GENERATIONS.contains(plain)) {
                generation = plain.equals("junior") ? "jr" : plain.equals("senior") ? "sr" : plain;
            } else if (!plain.isEmpty() && !word.matches("[\"'“”‘’(].*[\"'“”‘’)]")) {
                words.add(plain);
            }
        }
        if (words.isEmpty()) {
            return new PersonName(Form.OTHER, List.of(), "", "", gender);
        }
        String family = words.remove(words.size() - 1);
        return new PersonName(Form.WORDS, List.copyOf(words), family, generation, gender);
    }

    private static PersonName chinese(String[] dotted, String joined, Optional<String> gender) {
        if (dotted.length > 1) {
            List<String> given = new ArrayList<>();
            for (int i = 0; i < dotted.length - 1; i++) {
                given.add(Sounds.simplified(dotted[i].strip()));
            }
            String family = Sounds.simplified(dotted[dotted.length - 1].strip());
            return new PersonName(Form.RENDERED, List.copyOf(given), family, "", gender);
        }
        int length = joined.codePointCount(0, joined.length());
        if (length < 2) {
            return new PersonName(Form.OTHER, List.of(), joined, "", gender);
        }
        if (length > LONGEST_CHINESE) {
            return new PersonName(Form.RENDERED, List.of(), joined, "", gender);
        }
        int cut = length > 2 && COMPOUND_SURNAMES.contains(joined.substring(0, 2)) ? 2 : 1;
        cut = joined.offsetByCodePoints(0, cut);
        return new PersonName(Form.CHINESE, List.of(joined.substring(cut)), joined.substring(0, cut), "", gender);
    }

    private static Optional<String> gender(String label) {
        List<String> words = Arrays.asList(label.toLowerCase(Locale.ROOT).split("[\\s.]+"));
        if (MALE.stream().anyMatch(title -> words.contains(title) || isChineseTitle(label, title))) {
            return Optional.of("m");
        }
        return FEMALE.stream().anyMatch(title -> words.contains(title) || isChineseTitle(label, title))
                ? Optional.of("f")
                : Optional.empty();
    }

    private static boolean isChineseTitle(String label, String title) {
        return Sounds.isHan(title) && label.endsWith(title);
    }

    /** Whether only one word of the name is known. */
    boolean isBare() {
        return given.isEmpty();
    }

    /** The whole name in Chinese characters. */
    String characters() {
        return form == Form.CHINESE ? family + given.get(0) : String.join("", given) + family;
    }

    boolean isInitial(int i) {
        return form == Form.WORDS && given.get(i).length() == 1;
    }
}
