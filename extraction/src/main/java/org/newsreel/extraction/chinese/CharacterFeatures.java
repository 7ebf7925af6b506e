package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.dictionary.nr.TranslatedPersonDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.chinese.Segmentation.Word;

/**
 * What speaks for the tag of a character: the characters around it, the words of three segmenters with their tags, what
 * the words around it mean, the dictionary words that cover it, and whether the strings around it occur again.
 */
final class CharacterFeatures {
    /** Template numbers: one hundred for each group, fifty for each segmenter. */
    private static final int CHARACTERS = 0;

    private static final int WORDS = 100;
    private static final int LAYER = 50;
    private static final int MEANINGS = 300;
    private static final int DICTIONARY = 400;
    private static final int REPEATED = 500;

    /** Most that a count or length says. */
    private static final int MANY = 4;

    private static final int LONG_WORD = 5;

    private final Cilin cilin;

    CharacterFeatures(Cilin cilin) {
        this.cilin = cilin;
    }

    /** -> [n][features] */
    int[][] of(ChineseText text) {
        Features f = new Features();
        List<Set<String>> covering = DictionaryWords.covering(text.text(), cilin);
        Map<String, Integer> counts = counts(text.text());
        int[][] all = new int[text.length()][];
        for (int i = 0; i < all.length; i++) {
            f.of(CHARACTERS).add();
            characters(text, i, f);
            words(text.words(), i, WORDS, f);
            generalWord(text.layer(1), i, WORDS + LAYER, f);
            words(text.layer(2), i, WORDS + 2 * LAYER, f);
            meanings(text.words(), i, f);
            covering.get(i).forEach(word -> f.of(DICTIONARY).and(word).add());
            repeated(text.text(), i, counts, f);
            all[i] = f.take();
        }
        return all;
    }

    private static void characters(ChineseText text, int i, Features f) {
        int t = CHARACTERS;
        for (int d = -3; d <= 3; d++) {
            f.of(t + 4 + d).and(text.at(i + d)).add();
        }
        for (int d = -2; d <= 1; d++) {
            f.of(t + 11 + d).and(text.at(i + d)).and(text.at(i + d + 1)).add();
        }
        f.of(t + 15).and(text.at(i - 1)).and(text.at(i + 1)).add();
        for (int d = -2; d <= 0; d++) {
            f.of(t + 20 + d)
                    .and(text.at(i + d))
                    .and(text.at(i + d + 1))
                    .and(text.at(i + d + 2))
                    .add();
        }
        int before = shape(text.at(i - 1));
        int own = shape(text.at(i));
        int after = shape(text.at(i + 1));
        f.of(t + 30).and(own).add();
        f.of(t + 31).and(before).and(own).add();
        f.of(t + 32).and(own).and(after).add();
        f.of(t + 33).and(before).and(own).and(after).add();
        f.of(t + 34)
                .and(shape(text.at(i - 2)))
                .and(before)
                .and(own)
                .and(after)
                .and(shape(text.at(i + 2)))
                .add();
    }

    private static int shape(char c) {
        if (c >= '0' && c <= '9') {
            return 1;
        }
        if ("〇零一二三四五六七八九十百千万两".indexOf(c) >= 0) {
            return 2;
        }
        if (c < 128 && Character.isLetter(c)) {
            return 3;
        }
        if ("·•・‧∙".indexOf(c) >= 0) {
            return 4;
        }
        if ("《「『“‘\"".indexOf(c) >= 0) {
            return 5;
        }
        if ("》」』”’".indexOf(c) >= 0) {
            return 6;
        }
        if ("年月日号点时分".indexOf(c) >= 0) {
            return 7;
        }
        if (Character.isIdeographic(c)) {
            // Characters that foreign names are written with.
            return TranslatedPersonDictionary.containsKey(String.valueOf(c)) ? 8 : 9;
        }
        return 10;
    }

    /** Where in its word a character is: first, in the middle, last or the only one. */
    private static int place(Word word, int i) {
        if (word.length() == 1) {
            return 3;
        }
        return i == word.start() ? 0 : i == word.end() - 1 ? 2 : 1;
    }

    private static void words(Segmentation words, int i, int t, Features f) {
        int at = words.indexAt(i);
        Word own = words.word(at);
        Word before = words.word(at - 1);
        Word after = words.word(at + 1);
        Word before2 = words.word(at - 2);
        Word after2 = words.word(at + 2);
        int p = place(own, i);
        f.of(t).and(p).and(own.text()).add();
        f.of(t + 1).and(p).and(own.tag()).add();
        f.of(t + 2).and(p).and(own.tag()).and(Math.min(LONG_WORD, own.length())).add();
        f.of(t + 3).and(p).and(before.text()).add();
        f.of(t + 4).and(p).and(after.text()).add();
        f.of(t + 5).and(p).and(before.tag()).add();
        f.of(t + 6).and(p).and(after.tag()).add();
        f.of(t + 7).and(p).and(before2.tag()).add();
        f.of(t + 8).and(p).and(after2.tag()).add();
        f.of(t + 9).and(p).and(before.tag()).and(own.tag()).add();
        f.of(t + 10).and(p).and(own.tag()).and(after.tag()).add();
        f.of(t + 11).and(p).and(before.tag()).and(own.tag()).and(after.tag()).add();
        f.of(t + 12).and(p).and(before.text()).and(own.tag()).add();
        f.of(t + 13).and(p).and(own.tag()).and(after.text()).add();
        f.of(t + 14).and(p).and(before.text()).and(own.text()).add();
        f.of(t + 15).and(p).and(own.text()).and(after.text()).add();
        f.of(t + 16).and(p).and(own.text().charAt(own.length() - 1)).add();
        f.of(t + 17).and(p).and(own.text().charAt(0)).add();
        if (own.length() > 2) {
            f.of(t + 18).and(p).and(own.text().substring(own.length() - 2)).add();
        }
        if (after.length() > 0) {
            f.of(t + 19)
                    .and(p)
                    .and(after.text().charAt(after.length() - 1))
                    .and(own.tag())
                    .add();
        }
        f.of(t + 20).and(p).and(before2.text()).add();
        f.of(t + 21).and(p).and(after2.text()).add();
        f.of(t + 22).and(p).and(before2.tag()).and(before.tag()).and(own.tag()).add();
        f.of(t + 23).and(p).and(own.tag()).and(after.tag()).and(after2.tag()).add();
    }

    private static void generalWord(Segmentation words, int i, int t, Features f) {
        int at = words.indexAt(i);
        Word own = words.word(at);
        int p = place(own, i);
        f.of(t).and(p).and(own.text()).add();
        f.of(t + 1).and(p).and(own.tag()).add();
        f.of(t + 2).and(p).and(own.tag()).and(Math.min(LONG_WORD, own.length())).add();
        f.of(t + 3)
                .and(p)
                .and(words.word(at - 1).tag())
                .and(own.tag())
                .and(words.word(at + 1).tag())
                .add();
    }

    private void meanings(Segmentation words, int i, Features f) {
        int t = MEANINGS;
        int at = words.indexAt(i);
        Word own = words.word(at);
        Word before = words.word(at - 1);
        Word after = words.word(at + 1);
        int p = place(own, i);
        List<String> exact = cilin.of(own.text());
        exact.forEach(code -> codes(code, p, t, f));
        if (exact.isEmpty()) {
            f.of(t + 10).and(p).and(own.tag()).add();
            if (own.length() > 1) {
                cilin.ofEnding(own.text()).forEach(code -> codes(code, p, t + 5, f));
            }
        }
        String mine = code(own, 4);
        String next = code(after, 4);
        String previous = code(before, 4);
        f.of(t + 20).and(p).and(next).add();
        f.of(t + 21).and(p).and(previous).add();
        f.of(t + 22).and(p).and(mine).and(next).add();
        f.of(t + 23).and(p).and(previous).and(mine).add();
        f.of(t + 24)
                .and(p)
                .and(code(own, 2))
                .and(code(after, 2))
                .and(after.tag())
                .add();
        f.of(t + 25)
                .and(p)
                .and(code(own, 2))
                .and(code(before, 2))
                .and(before.tag())
                .add();
        f.of(t + 26).and(p).and(code(after, 2)).and(own.tag()).add();
        f.of(t + 27).and(p).and(code(before, 2)).and(own.tag()).add();
        f.of(t + 28).and(p).and(mine).and(before.text()).add();
        f.of(t + 29).and(p).and(mine).and(after.text()).add();
        f.of(t + 30).and(p).and(code(words.word(at - 2), 2)).add();
        f.of(t + 31).and(p).and(code(words.word(at + 2), 2)).add();
    }

    private String code(Word word, int length) {
        return Cilin.first(cilin.ofEnding(word.text()), length);
    }

    /** A code from its broadest class to the group of synonyms. */
    private static void codes(String code, int p, int t, Features f) {
        f.of(t).and(p).and(code.substring(0, 1)).add();
        f.of(t + 1).and(p).and(code.substring(0, 2)).add();
        f.of(t + 2).and(p).and(code.substring(0, 4)).add();
        f.of(t + 3).and(p).and(code.substring(0, 5)).add();
        f.of(t + 4).and(p).and(code).add();
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int length = 2; length <= 3; length++) {
            for (int i = 0; i + length <= text.length(); i++) {
                counts.merge(text.substring(i, i + length), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How often the strings of two and three characters that cover a character occur: names come again. */
    private static void repeated(String text, int i, Map<String, Integer> counts, Features f) {
        for (int length = 2; length <= 3; length++) {
            for (int from = Math.max(0, i - length + 1); from <= i && from + length <= text.length(); from++) {
                int count = counts.get(text.substring(from, from + length));
                f.of(REPEATED)
                        .and(i - from)
                        .and(length)
                        .and(Math.min(MANY, count))
                        .add();
            }
        }
    }
}
