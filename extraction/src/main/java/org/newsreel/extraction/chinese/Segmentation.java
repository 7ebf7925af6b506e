package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to divide a text into words: the words in the order of the text, without gaps, and for each character the word
 * that it belongs to.
 */
final class Segmentation {
    /** A word, by character indexes, with its part-of-speech tag. */
    record Word(int start, int end, String text, String tag) {
        int length() {
            return end - start;
        }
    }

    private static final Word OUTSIDE = new Word(-1, -1, "", "-");

    private final List<Word> words;
    private final int[] wordAt;

    private Segmentation(List<Word> words, int length) {
        this.words = words;
        this.wordAt = new int[length];
        for (int w = 0; w < words.size(); w++) {
            java.util.Arrays.fill(wordAt, words.get(w).start(), words.get(w).end(), w);
        }
    }

    /** Divides a text by a segmenter that gives offsets; what it leaves out is taken character by character. */
    static Segmentation of(String text, Segment segment) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        for (Term term : segment.seg(text)) {
            int start = term.offset;
            int end = start + term.word.length();
            if (start < at || end > text.length() || end == start) {
                continue;
            }
            at = fill(text, at, start, words);
            words.add(new Word(start, end, text.substring(start, end), String.valueOf(term.nature)));
            at = end;
        }
        fill(text, at, text.length(), words);
        return new Segmentation(List.copyOf(words), text.length());
    }

    private static int fill(String text, int from, int to, List<Word> words) {
        for (int i = from; i < to; i++) {
            words.add(new Word(i, i + 1, text.substring(i, i + 1), "w"));
        }
        return to;
    }

    int indexAt(int character) {
        return wordAt[character];
    }

    /** The word by index; a neutral one before the first and after the last. */
    Word word(int index) {
        return index < 0 || index >= words.size() ? OUTSIDE : words.get(index);
    }

    Word wordAt(int character) {
        return words.get(wordAt[character]);
    }
}
