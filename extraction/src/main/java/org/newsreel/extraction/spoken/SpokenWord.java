package org.newsreel.extraction.spoken;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.media.Cue;

/**
 * A word of a subtitle with the time at which it is about to be spoken, as if each letter of a cue took the same time.
 *
 * @param start in seconds
 * @param end in seconds
 */
record SpokenWord(String form, double start, double end) {
    /** The words of cues in order. Lines that roll, so that a cue repeats the one before it, count once. */
    static List<SpokenWord> of(List<Cue> cues) {
        List<SpokenWord> words = new ArrayList<>();
        List<String> before = List.of();
        for (Cue cue : cues) {
            List<String> lines = cue.text().lines().map(String::strip).toList();
            List<String> fresh = new ArrayList<>(lines);
            fresh.removeAll(before);
            before = lines;
            String text = String.join("\n", fresh);
            int length = text.codePointCount(0, text.length());
            double letter = (cue.end() - cue.start()) / Math.max(1, length);
            for (Word word : Word.of(text)) {
                words.add(new SpokenWord(
                        word.form(), cue.start() + word.start() * letter, cue.start() + word.end() * letter));
            }
        }
        return words;
    }
}
