package org.newsreel.extraction.encoder;

/** What an uncased vocabulary forgets about a word: how it is written. */
public enum WordShape {
    /** Special tokens. */
    NONE,
    LOWER,
    /** A capital first, then no capitals. */
    TITLE,
    /** Two or more letters, all capitals. */
    UPPER,
    /** One capital letter alone, as in initials. */
    INITIAL,
    /** Capitals after the first letter, as in McCarthy. */
    MIXED,
    /** Digits only. */
    DIGITS,
    /** Digits among letters. */
    ALPHANUMERIC,
    /** Scripts without case. */
    CASELESS,
    /** No letter and no digit. */
    SYMBOL;

    /** The shape of {@code text} between two char indexes. */
    public static WordShape of(String text, int start, int end) {
        int upper = 0;
        int lower = 0;
        int other = 0;
        int digits = 0;
        boolean firstUpper = false;
        for (int i = start; i < end; ) {
            int point = text.codePointAt(i);
            if (Character.isDigit(point)) {
                digits++;
            } else if (Character.isUpperCase(point) || Character.isTitleCase(point)) {
                firstUpper |= upper + lower + other == 0;
                upper++;
            } else if (Character.isLowerCase(point)) {
                lower++;
            } else if (Character.isLetter(point)) {
                other++;
            }
            i += Character.charCount(point);
        }
        int letters = upper + lower + other;
        if (letters == 0) {
            return digits == 0 ? SYMBOL : DIGITS;
        }
        if (digits > 0) {
            return ALPHANUMERIC;
        }
        if (upper == 0) {
            return lower == 0 ? CASELESS : LOWER;
        }
        if (upper == letters) {
            return letters == 1 ? INITIAL : UPPER;
        }
        return upper == 1 && firstUpper ? TITLE : MIXED;
    }
}
