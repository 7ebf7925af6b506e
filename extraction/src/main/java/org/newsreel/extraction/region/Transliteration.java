package org.newsreel.extraction.region;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.List;

/** Captions often give Chinese names in Hanyu Pinyin without tones; HanLP's dictionary spells them. */
final class Transliteration {
    private Transliteration() {}

    static boolean isChinese(String text) {
        return !text.isBlank()
                && Character.UnicodeScript.of(text.strip().codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /** Whether any of a text is in Chinese characters. */
    static boolean hasChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** Whether Latin words, in lower case, spell a Chinese name, family name first or last. */
    static boolean spells(List<String> words, String name) {
        StringBuilder spelled = new StringBuilder();
        for (Pinyin syllable : HanLP.convertToPinyinList(name.strip())) {
            if (syllable == Pinyin.none5) {
                return false;
            }
            spelled.append(syllable.getPinyinWithoutTone());
        }
        if (words.isEmpty() || spelled.length() < 4) {
            return false;
        }
        String familyLast = words.get(words.size() - 1) + String.join("", words.subList(0, words.size() - 1));
        return spelled.toString().equals(String.join("", words))
                || spelled.toString().equals(familyLast);
    }
}
