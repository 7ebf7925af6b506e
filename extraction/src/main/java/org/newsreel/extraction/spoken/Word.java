package org.newsreel.extraction.spoken;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a text, or one character of a script that is written without spaces.
 *
 * @param form in lower case without accents
 * @param start first code point in the text
 * @param end one past the last code point
 */
record Word(String form, int start, int end) {
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        int from = -1;
        for (int i = 0; i <= points.length; i++) {
            boolean inside = i < points.length && isPart(points[i]);
            boolean alone = inside && Character.isIdeographic(points[i]);
            if (from >= 0 && (!inside || alone)) {
                add(words, points, from, i);
                from = -1;
            }
            if (alone) {
                add(words, points, i, i + 1);
            } else if (inside && from < 0) {
                from = i;
            }
        }
        return words;
    }

    private static boolean isPart(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static void add(List<Word> words, int[] points, int start, int end) {
        String form = new String(points, start, end - start);
        boolean plain = form.chars().allMatch(c -> c < 128);
        if (!plain) {
            form = Normalizer.normalize(form, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        }
        if (!form.isEmpty()) {
            words.add(new Word(form.toLowerCase(Locale.ROOT), start, end));
        }
    }

    /** The same word, or one that differs in one letter of five or more, as mishearing and misspelling do. */
    static boolean same(String a, String b) {
        return a.equals(b) || Math.min(a.length(), b.length()) >= 5 && nearly(a, b);
    }

    private static boolean nearly(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int front = 0;
        int shorter = Math.min(a.length(), b.length());
        while (front < shorter && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        return Math.max(a.length(), b.length()) - front - back <= 1;
    }
}
