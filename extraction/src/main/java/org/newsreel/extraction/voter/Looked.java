package org.newsreel.extraction.voter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.network.HeatMap;

/**
 * What a network says of how it came to a relation, before it is put into a document's mentions and regions.
 *
 * @param model its name
 * @param words shares of the text's words
 * @param gates what its gates said, by name, each in [-1, 1]
 * @param frames shares of frames, in [0, 1]
 * @param map where in one of the frames it looked, when it can tell
 */
public record Looked(
        String model, List<Word> words, Map<String, Double> gates, List<Frame> frames, Optional<Where> map) {
    /**
     * A run of words.
     *
     * @param start first code point of the text
     * @param end one past the last
     * @param weight in [0, 1]
     */
    public record Word(int start, int end, double weight) {}

    /** A frame, or an object in it. */
    public record Frame(String media, int frame, double weight) {}

    /** A map over a frame. */
    public record Where(Sight sight, HeatMap map) {}

    public Looked {
        words = List.copyOf(words);
        gates = new java.util.TreeMap<>(gates);
        frames = List.copyOf(frames);
    }
}
