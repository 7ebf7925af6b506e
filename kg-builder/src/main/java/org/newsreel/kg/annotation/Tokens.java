package org.newsreel.kg.annotation;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.newsreel.ontology.claim.CodePoints;

/**
 * A row of tokens of a text.
 *
 * @param words what they say
 * @param starts first code point of each, ascending
 * @param ends one past the last code point of each
 */
record Tokens(List<String> words, List<Integer> starts, List<Integer> ends) {
    Tokens {
        words = List.copyOf(words);
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }

    /** The runs between white space, as Python's {@code split()} finds them. */
    static Tokens betweenSpaces(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int point = 0;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); point++) {
            int c = text.codePointAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
            if (!space) {
                if (word.isEmpty()) {
                    starts.add(point);
                }
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                ends.add(point);
                word.setLength(0);
            }
            i += Character.charCount(c);
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
            ends.add(point);
        }
        return new Tokens(words, starts, ends);
    }

    /** The sentences of a text as words and marks, by the rules of Unicode; those without any are left out. */
    static List<Tokens> sentences(String text, String language) {
        Locale locale = Locale.forLanguageTag(language);
        CodePoints points = new CodePoints(text);
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        List<Tokens> found = new ArrayList<>();
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
            Tokens sentence = words(text, from, to, locale, points);
            if (!sentence.words().isEmpty()) {
                found.add(sentence);
            }
        }
        return found;
    }

    private static Tokens words(String text, int from, int to, Locale locale, CodePoints points) {
        BreakIterator breaks = BreakIterator.getWordInstance(locale);
        String sentence = text.substring(from, to);
        breaks.setText(sentence);
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = sentence.substring(start, end);
            if (!word.isBlank()) {
                words.add(word);
                starts.add(points.toOffset(from + start));
                ends.add(points.toOffset(from + end));
            }
        }
        return new Tokens(words, starts, ends);
    }

    /** The tokens, end-exclusive, that a span of code points touches. */
    int[] covering(int start, int end) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < words.size(); i++) {
            if (ends.get(i) > start && starts.get(i) < end) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return new int[] {Math.max(first, 0), last < 0 ? Math.max(first, 0) + 1 : last + 1};
    }

    /** Index of the sentence in which a code point lies; -1 for none. */
    static int sentenceAt(List<Tokens> sentences, int point) {
        for (int i = 0; i < sentences.size(); i++) {
            Tokens sentence = sentences.get(i);
            if (point >= sentence.starts().get(0)
                    && point < sentence.ends().get(sentence.ends().size() - 1)) {
                return i;
            }
        }
        return -1;
    }
}
