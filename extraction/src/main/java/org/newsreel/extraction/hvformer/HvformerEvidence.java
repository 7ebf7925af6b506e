package org.newsreel.extraction.hvformer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.HeatMap;
import org.newsreel.extraction.network.Post;

/**
 * Puts experts' weights and tracking maps in the common form, in plain Java.
 *
 * @param weights of the experts at the two start markers, {@code [2][E]}, the text-only expert first; every row sums to 1
 */
record HvformerEvidence(HvformerConfig config, Post post, double[][] weights, TrackingMaps maps) {
    /** With gates only when a router gave the weights. */
    Evidence evidence(boolean routed) {
        Post.Markers markers = post.markers().orElseThrow();
        int[] head = post.tokensBetween(markers.head(), markers.headEnd());
        int[] tail = post.tokensBetween(markers.tail(), markers.tailEnd());
        List<Evidence.TextShare> texts = List.of(
                new Evidence.TextShare(head[0], head[1], weights[0][0] / 2),
                new Evidence.TextShare(tail[0], tail[1], weights[1][0] / 2));
        if (maps.levels().isEmpty()) {
            return new Evidence(texts, List.of(), Map.of(), Optional.empty());
        }
        int positions = config.image().patches() + 1;
        double[] tracked = tracked();
        List<Evidence.RegionShare> regions = new ArrayList<>();
        for (int s = 0; s < tracked.length / positions; s++) {
            if (s > 0 || post.picture().isPresent()) {
                double sum = 0;
                for (int p = 0; p < positions; p++) {
                    sum += tracked[s * positions + p];
                }
                regions.add(new Evidence.RegionShare(0, s - 1, sum));
            }
        }
        return new Evidence(texts, regions, routed ? gates() : Map.of(), map(tracked));
    }

    /** What of the relation each position of each picture accounts for: {@code [s·n_V]}. */
    private double[] tracked() {
        Post.Markers markers = post.markers().orElseThrow();
        int[] words = {markers.head(), markers.tail()};
        double[] tracked = new double[maps.levels().get(0).tokens()[0][0].length];
        for (int e = 0; e < maps.levels().size(); e++) {
            double[][][] tokens = maps.levels().get(e).tokens();
            for (double[][] head : tokens) {
                for (int i = 0; i < 2; i++) {
                    for (int p = 0; p < tracked.length; p++) {
                        tracked[p] += weights[i][e + 1] / 2 * head[words[i]][p] / tokens.length;
                    }
                }
            }
        }
        return tracked;
    }

    private Map<String, Double> gates() {
        Map<String, Double> gates = new LinkedHashMap<>();
        gates.put("text", (weights[0][0] + weights[1][0]) / 2);
        for (int e = 0; e < maps.levels().size(); e++) {
            gates.put("layer " + maps.levels().get(e).layer(), (weights[0][e + 1] + weights[1][e + 1]) / 2);
        }
        return gates;
    }

    /** The whole picture's patches, without its class token. */
    private Optional<HeatMap> map(double[] tracked) {
        if (post.picture().isEmpty()) {
            return Optional.empty();
        }
        int side = config.image().patchesAcross();
        float[] values = new float[side * side];
        for (int p = 0; p < values.length; p++) {
            values[p] = (float) tracked[p + 1];
        }
        return Optional.of(new HeatMap(0, side, side, values));
    }
}
