package org.newsreel.kg.identity;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How names sound, as far as comparing English with Chinese spelling needs it. Chinese goes through HanLP's pinyin
 * dictionary; both sides are then brought down to classes of consonants, because a Chinese rendering keeps the
 * consonants of a foreign name in order and little else (Clinton, 克林顿 kè-lín-dùn, both {@code klntn}).
 */
final class Sounds {
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    /** Family names that are read differently from the character's usual reading. */
    private static final Map<String, String> SURNAME_READINGS = Map.of(
            "单", "shan", "曾", "zeng", "解", "xie", "仇", "qiu", "区", "ou", "查", "zha", "尉", "yu", "盖", "ge", "冼", "xian");

    private static final Pattern SYLLABLE =
            Pattern.compile("(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan"
                    + "|uei|uen|van|ai|an|ao|ei|en|er|ou|ia|ie|iu|in|ua|ui|un|uo|ue|ve|a|e|i|o|u|v)");

    private Sounds() {}

    /** Whether every letter is a Chinese character. */
    static boolean isHan(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(Character::isIdeographic);
    }

    /** Traditional characters as simplified ones, so that 葉 and 叶 are the same name. */
    static String simplified(String han) {
        return HanLP.convertToSimplifiedChinese(han);
    }

    /** The syllables of a Chinese text without tones; what has no reading gives nothing. */
    static List<String> syllables(String han) {
        List<String> syllables = new ArrayList<>();
        for (Pinyin pinyin : HanLP.convertToPinyinList(han)) {
            if (pinyin != null && pinyin != Pinyin.none5) {
                syllables.add(pinyin.getPinyinWithoutTone().replace("ü", "v"));
            }
        }
        return syllables;
    }

    /** The reading of a family name. */
    static String surname(String han) {
        return SURNAME_READINGS.getOrDefault(han, String.join("", syllables(han)));
    }

    /** Whether a word in Latin letters could be one to three syllables of pinyin. */
    static boolean looksLikePinyin(String word) {
        return Pattern.matches("(?:" + SYLLABLE.pattern() + "){1,3}", word);
    }

    /** Latin letters without accents, case and anything that is no letter; other scripts as they are. */
    static String plain(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ß", "ss")
                .replace("đ", "d");
        return decomposed.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The consonant classes of a word in Latin letters. */
    static String consonants(String word) {
        String w = plain(word);
        w = w.replace("sch", "s")
                .replace("sh", "s")
                .replace("th", "s")
                .replace("ph", "f")
                .replace("ck", "k")
                .replace("qu", "k")
                .replace("ch", "c")
                .replaceAll("c(?=[eiy])", "s")
                .replace("x", "ks")
                .replaceAll("(?<=.)h", "")
                .replaceAll("r(?![aeiouy])", "")
                .replaceAll("w", "");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < w.length(); i++) {
            append(out, w.charAt(i), word.indexOf("ch") >= 0);
        }
        return out.toString();
    }

    /** The consonant classes of Chinese characters by their reading. */
    static String consonantsOfHan(String han) {
        StringBuilder out = new StringBuilder();
        for (String syllable : syllables(han)) {
            if (syllable.equals("er")) {
                append(out, 'l', false);
                continue;
            }
            String s = syllable.replaceFirst("^zh", "j").replaceFirst("^[sx]h?", "s");
            boolean soft = s.startsWith("ch") || s.startsWith("q");
            char first = soft ? 'C' : s.charAt(0);
            if (first != 'h' || out.length() == 0) {
                append(out, first, false);
            }
            if (s.endsWith("n") || s.endsWith("ng")) {
                append(out, 'n', false);
            }
        }
        return out.toString();
    }

    /** Adds a consonant's class unless it repeats the last one; vowels add nothing. */
    private static void append(StringBuilder out, char letter, boolean softC) {
        char mapped =
                switch (letter) {
                    case 'a', 'e', 'i', 'o', 'u', 'v', 'y', 'w' -> letter == 'v' ? 'f' : 0;
                    case 'b', 'p' -> 'p';
                    case 'd', 't' -> 't';
                    case 'g', 'k' -> 'k';
                    case 'c' -> softC ? 'c' : 'k';
                    case 'C' -> 'c';
                    case 'm', 'n' -> 'n';
                    case 'l', 'r' -> 'l';
                    case 's', 'z' -> 's';
                    default -> letter;
                };
        if (mapped != 0 && (out.length() == 0 || out.charAt(out.length() - 1) != mapped)) {
            out.append(mapped);
        }
    }

    /** 1 for equal, 0 for nothing in common: one minus the edit distance over the longer length. */
    static double likeness(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 0 : 1 - (double) EDITS.apply(a, b) / longer;
    }
}
