package org.newsreel.extraction.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a relation that a network asserted rests on, in a form that all networks share. The weights of {@code texts} and
 * {@code regions} together sum to 1.
 *
 * @param texts shares of the text
 * @param regions shares of the pictures
 * @param gates what the network's gates said, by the name that the network's description gives them; each in [-1, 1]
 * @param map where in a picture the network looked, when it can tell
 */
public record Evidence(
        List<TextShare> texts, List<RegionShare> regions, Map<String, Double> gates, Optional<HeatMap> map) {
    private static final double TOLERANCE = 1e-4;

    public Evidence {
        texts = List.copyOf(texts);
        regions = List.copyOf(regions);
        gates = Map.copyOf(gates);
        double sum = texts.stream().mapToDouble(TextShare::weight).sum()
                + regions.stream().mapToDouble(RegionShare::weight).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new IllegalArgumentException("the weights of evidence sum to " + sum + " instead of 1");
        }
    }

    /**
     * A run of words.
     *
     * @param from the first token of the network's input
     * @param to one past the last
     * @param weight in [0, 1]
     */
    public record TextShare(int from, int to, double weight) {}

    /**
     * A region of a picture, or all of it.
     *
     * @param picture which of the pictures or frames, from 0
     * @param object which of the picture's objects, from 0, or -1 for the whole picture
     * @param weight in [0, 1]
     */
    public record RegionShare(int picture, int object, double weight) {}
}
