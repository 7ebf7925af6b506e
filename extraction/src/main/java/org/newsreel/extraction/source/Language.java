package org.newsreel.extraction.source;

import java.lang.Character.UnicodeScript;

/**
 * The language of a text that comes without one, by its script. That is enough to send it to the right extractor, of
 * which there is an English and a Chinese one. Libraries that tell apart languages of one script bring models of many
 * megabytes or have long been without care, and until a further Latin language has an extractor, nothing would follow
 * from the answer.
 */
public final class Language {
    /** BCP 47 for "undetermined": no letters, or letters of a script that no extractor reads. */
    public static final String UNDETERMINED = "und";

    /** Chinese news is full of Latin names and figures, English news has hardly ever a Han character. */
    private static final double CHINESE_SHARE = 0.2;

    private static final double KANA_SHARE = 0.1;
    private static final double LATIN_SHARE = 0.5;

    private Language() {}

    /**
     * {@code zh} if at least a fifth of the letters are Han and the text isn't Japanese ({@code ja}, by its kana),
     * {@code en} if most are Latin, else {@link #UNDETERMINED}.
     */
    public static String of(String text) {
        long han = 0;
        long kana = 0;
        long latin = 0;
        long letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) {
                continue;
            }
            letters++;
            UnicodeScript script = UnicodeScript.of(c);
            han += script == UnicodeScript.HAN ? 1 : 0;
            kana += script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? 1 : 0;
            latin += script == UnicodeScript.LATIN ? 1 : 0;
        }
        if (letters > 0 && kana >= KANA_SHARE * letters) {
            return "ja";
        }
        if (letters > 0 && han >= CHINESE_SHARE * letters) {
            return "zh";
        }
        return letters > 0 && latin >= LATIN_SHARE * letters ? "en" : UNDETERMINED;
    }
}
