package org.newsreel.extraction.voter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a claim rests on. Weights are shares of one.
 *
 * @param mentions by the mention's id
 * @param regions by the id of a region that is known
 * @param spots parts of frames that are no known region
 * @param looks what the networks themselves said of it; none of what is read by words alone
 */
public record Grounds(
        Map<String, Double> mentions, Map<String, Double> regions, Map<Spot, Double> spots, List<Looked> looks) {
    private static final double TOLERANCE = 1e-3;

    public Grounds {
        mentions = Collections.unmodifiableMap(new LinkedHashMap<>(mentions));
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        spots = Collections.unmodifiableMap(new LinkedHashMap<>(spots));
        looks = List.copyOf(looks);
        double sum = sum(mentions) + sum(regions) + sum(spots);
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("what a claim rests on has weights that sum to " + sum);
        }
    }

    /** Of which no network says more. */
    public Grounds(Map<String, Double> mentions, Map<String, Double> regions, Map<Spot, Double> spots) {
        this(mentions, regions, spots, List.of());
    }

    private static double sum(Map<?, Double> weights) {
        return weights.values().stream().mapToDouble(w -> w).sum();
    }
}
