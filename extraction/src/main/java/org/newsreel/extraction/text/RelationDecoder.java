package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsreel.ontology.claim.EntityType;

/**
 * Turns relation scores into relations. A type is claimed only where the schema admits its arguments and its margin over the
 * threshold class, as a probability, is high enough. A symmetric type gets the mean of its margins in both directions and
 * is claimed once, from the chain that comes first. The mention
 * gate's weights over pairs of mentions, summed for each mention, are the evidence: subject and object have half each.
 */
final class RelationDecoder {
    /** What the network says about one pair of chains: scores of the types and, last, of the threshold class. */
    record Scored(ChainPair pair, float[] logits, Map<Integer, Double> weights) {}

    /** Evidence below this share is left out. */
    private static final double LEAST_WEIGHT = 0.01;

    private final RelationLabels labels;
    private final Calibration calibration;

    RelationDecoder(RelationLabels labels, Calibration calibration) {
        this.labels = labels;
        this.calibration = calibration;
    }

    /** The relations, by subject, object and type. */
    List<FoundRelation> decode(List<EntityType> chainTypes, List<Scored> scored) {
        Map<ChainPair, Scored> byPair = new HashMap<>();
        scored.forEach(s -> byPair.put(s.pair(), s));
        List<FoundRelation> found = new ArrayList<>();
        for (Scored one : scored) {
            ChainPair pair = one.pair();
            EntityType subject = chainTypes.get(pair.subject());
            EntityType object = chainTypes.get(pair.object());
            for (int type = 0; type < labels.size(); type++) {
                if (!labels.admits(type, subject, object)) {
                    continue;
                }
                double margin = margin(one, type);
                if (labels.symmetric(type) && subject == object) {
                    if (pair.subject() > pair.object()) {
                        continue;
                    }
                    Scored back = byPair.get(new ChainPair(pair.object(), pair.subject()));
                    margin = back == null ? margin : (margin + margin(back, type)) / 2;
                }
                double confidence = calibration.probability(margin);
                if (confidence >= calibration.threshold()) {
                    found.add(new FoundRelation(pair, type, confidence, one.weights()));
                }
            }
        }
        found.sort(Comparator.comparingInt((FoundRelation r) -> r.pair().subject())
                .thenComparingInt(r -> r.pair().object())
                .thenComparingInt(FoundRelation::type));
        return found;
    }

    private double margin(Scored one, int type) {
        return one.logits()[type] - one.logits()[labels.size()];
    }

    /**
     * Evidence of one chain pair: the weight of each mention over all pairs it stands in, halved, without what is too
     * small to matter.
     *
     * @param subjects mention index of each slot
     * @param objects mention index of each slot
     * @param alpha gate weight of each slot; sums to 1
     */
    static Map<Integer, Double> weights(int[] subjects, int[] objects, float[] alpha) {
        Map<Integer, Double> sums = new TreeMap<>();
        for (int k = 0; k < alpha.length; k++) {
            sums.merge(subjects[k], alpha[k] / 2.0, Double::sum);
            sums.merge(objects[k], alpha[k] / 2.0, Double::sum);
        }
        Map<Integer, Double> kept = new TreeMap<>(sums);
        kept.values().removeIf(w -> w < LEAST_WEIGHT);
        double total = kept.values().stream().mapToDouble(Double::doubleValue).sum();
        kept.replaceAll((m, w) -> w / total);
        return kept;
    }
}
