package org.newsreel.extraction.source;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Scripts that are written together, with the languages that news is written in with them. Small and dead languages that
 * the detector knows too (Latin, Volapük, Plateau Malagasy …) are left out: what it gives them, in texts of a few words,
 * is mostly noise.
 */
enum Alphabet {
    LATIN(
            "eng en fra fr deu de spa es por pt ita it nld nl swe sv dan da nob no nno no fin fi pol pl ces cs slk sk"
                    + " hun hu ron ro hrv hr slv sl tur tr vie vi ind id msa ms cat ca eus eu glg gl ekk et lit lt lvs"
                    + " lv sqi sq isl is gle ga mlt mt swa sw tgl tl afr af som so aze az uzb uz",
            UnicodeScript.LATIN),
    HAN("cmn zh", UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
    /** Kana with the Han characters between them. */
    KANA("jpn ja", UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
    HANGUL("kor ko", UnicodeScript.HANGUL),
    CYRILLIC("rus ru ukr uk bel be bul bg mkd mk srp sr kaz kk kir ky tgk tg tat tt mon mn", UnicodeScript.CYRILLIC),
    ARABIC("ara ar pes fa urd ur pus ps", UnicodeScript.ARABIC),
    DEVANAGARI("hin hi mar mr nep ne", UnicodeScript.DEVANAGARI),
    BENGALI("ben bn", UnicodeScript.BENGALI),
    GREEK("ell el", UnicodeScript.GREEK),
    HEBREW("heb he", UnicodeScript.HEBREW),
    ARMENIAN("hye hy", UnicodeScript.ARMENIAN),
    GEORGIAN("kat ka", UnicodeScript.GEORGIAN),
    THAI("tha th", UnicodeScript.THAI),
    TAMIL("tam ta", UnicodeScript.TAMIL),
    TELUGU("tel te", UnicodeScript.TELUGU),
    GUJARATI("guj gu", UnicodeScript.GUJARATI),
    GURMUKHI("pan pa", UnicodeScript.GURMUKHI),
    KANNADA("kan kn", UnicodeScript.KANNADA),
    MALAYALAM("mal ml", UnicodeScript.MALAYALAM),
    SINHALA("sin si", UnicodeScript.SINHALA);

    /** A Chinese word has one or two characters where a word in an alphabet has four to eight letters. */
    private static final int LETTERS_OF_HAN = 4;

    /** Japanese is at least a third kana; Chinese has them in brand names alone. */
    private static final double SHARE_OF_KANA = 0.1;

    private static final Map<UnicodeScript, Alphabet> BY_SCRIPT = new EnumMap<>(UnicodeScript.class);

    static {
        for (Alphabet alphabet : values()) {
            for (UnicodeScript script : alphabet.scripts) {
                BY_SCRIPT.put(script, alphabet);
            }
        }
    }

    private final Map<String, String> languages = new LinkedHashMap<>();
    private final UnicodeScript[] scripts;

    Alphabet(String codes, UnicodeScript... scripts) {
        String[] list = codes.split(" ");
        for (int i = 0; i < list.length; i += 2) {
            languages.put(list[i], list[i + 1]);
        }
        this.scripts = scripts;
    }

    /** BCP 47 tags by the detector's codes (ISO 639-3). */
    Map<String, String> languages() {
        return Collections.unmodifiableMap(languages);
    }

    /** What a text is taken for unless another language is clearly more likely. */
    String favourite() {
        return languages.values().iterator().next();
    }

    /** The alphabet of the greater part of a text's letters; none when it has no letters, or most are of none of these. */
    static Optional<Alphabet> leading(String text) {
        int[] letters = new int[values().length];
        int unknown = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetter(c)) {
                Alphabet alphabet = BY_SCRIPT.get(UnicodeScript.of(c));
                if (alphabet == null) {
                    unknown++;
                } else {
                    letters[alphabet.ordinal()] += alphabet == HAN || alphabet == KANA ? LETTERS_OF_HAN : 1;
                }
            }
        }
        int both = letters[HAN.ordinal()] + letters[KANA.ordinal()];
        boolean japanese = letters[KANA.ordinal()] > SHARE_OF_KANA * both;
        letters[HAN.ordinal()] = japanese ? 0 : both;
        letters[KANA.ordinal()] = japanese ? both : 0;
        Optional<Alphabet> leading = Optional.empty();
        int most = unknown;
        for (Alphabet alphabet : values()) {
            if (letters[alphabet.ordinal()] > most) {
                most = letters[alphabet.ordinal()];
                leading = Optional.of(alphabet);
            }
        }
        return leading;
    }

    /** The {@code char} index of the first letter of this alphabet from an index on; -1 when there is none. */
    int next(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c) && BY_SCRIPT.get(UnicodeScript.of(c)) == this) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }
}
