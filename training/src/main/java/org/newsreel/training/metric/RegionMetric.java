package org.newsreel.training.metric;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

/**
 * Regions found in frames whose regions are annotated, as {@link GroundingMetric} counts them: together, by type, and how
 * far their confidences can be believed. What is found in frames without annotations is left out, because nobody has
 * said what they show.
 */
public final class RegionMetric {
    private final GroundingMetric all = new GroundingMetric();
    private final Map<EntityType, GroundingMetric> types = new EnumMap<>(EntityType.class);
    private final Map<EntityType, Integer> annotated = new EnumMap<>(EntityType.class);
    private final Reliability reliability = new Reliability();
    private int found;

    private record Frame(String media, int number) {}

    /** Adds an item. */
    public void add(List<Region> gold, List<Region> seen) {
        Set<Frame> frames = new HashSet<>();
        gold.forEach(region -> frames.add(new Frame(region.media(), region.frame())));
        List<Region> judged = seen.stream()
                .filter(region -> frames.contains(new Frame(region.media(), region.frame())))
                .toList();
        all.add(gold, judged);
        found += judged.size();
        for (EntityType type : EntityType.values()) {
            List<Region> goldOfType = of(type, gold);
            List<Region> judgedOfType = of(type, judged);
            if (!goldOfType.isEmpty() || !judgedOfType.isEmpty()) {
                types.computeIfAbsent(type, key -> new GroundingMetric()).add(goldOfType, judgedOfType);
                annotated.merge(type, goldOfType.size(), Integer::sum);
            }
        }
        for (Region region : judged) {
            reliability.add(region.confidence(), gold.stream().anyMatch(g -> GroundingMetric.matches(g, region)));
        }
    }

    private static List<Region> of(EntityType type, List<Region> regions) {
        return regions.stream().filter(region -> region.type() == type).toList();
    }

    /** Of all types together; a type that is wrong makes a region wrong. */
    public Score score() {
        return all.score();
    }

    /** By type, those that are annotated or were found. */
    public Map<EntityType, Score> byType() {
        Map<EntityType, Score> scores = new EnumMap<>(EntityType.class);
        types.forEach((type, metric) -> scores.put(type, metric.score()));
        return scores;
    }

    /** How many regions of a type are annotated. */
    public int annotated(EntityType type) {
        return annotated.getOrDefault(type, 0);
    }

    /** How many regions are annotated. */
    public int annotated() {
        return annotated.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many regions were found in frames with annotations. */
    public int found() {
        return found;
    }

    /** Confidences of what was found against whether it is right. */
    public Reliability reliability() {
        return reliability;
    }
}
