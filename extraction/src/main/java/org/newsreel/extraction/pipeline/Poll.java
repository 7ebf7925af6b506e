package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsreel.extraction.voter.Grounds;
import org.newsreel.extraction.voter.Looked;
import org.newsreel.extraction.voter.Spot;
import org.newsreel.ontology.claim.Vote;

/**
 * What several voices claim together: a linear opinion pool (Stone 1961). The confidence in a fact is the mean, by weight,
 * of what the voices that could have said it give it. It is claimed when one of them claims it and the pool reaches the
 * mean of their thresholds by the same weights. One voice alone thus claims what it claims by itself.
 */
final class Poll {
    /**
     * A fact that is claimed.
     *
     * @param said how the voice that counts most calls it
     * @param grounds the mean of what those rest on that claim it, by weight and confidence
     * @param votes of those that claim it, in the order of the voices
     */
    record Claimed(Fact fact, Opinion said, double confidence, Grounds grounds, List<Vote> votes) {}

    /** Sums of doubles need not be exact. */
    private static final double ROUNDING = 1e-9;

    private Poll() {}

    /** The claims of all voices, by subject, object and property. */
    static List<Claimed> of(List<Voice> voices) {
        TreeSet<Fact> facts = new TreeSet<>(Fact.ORDER);
        voices.forEach(voice -> voice.opinions().forEach((fact, opinion) -> {
            if (opinion.claimed()) {
                facts.add(fact);
            }
        }));
        List<Claimed> claims = new ArrayList<>();
        for (Fact fact : facts) {
            double weight = 0;
            double sum = 0;
            double threshold = 0;
            for (Voice voice : voices) {
                if (voice.asked().test(fact)) {
                    Opinion opinion = voice.opinions().get(fact);
                    weight += voice.weight();
                    sum += voice.weight() * (opinion == null ? 0 : opinion.confidence());
                    threshold += voice.weight() * voice.threshold();
                }
            }
            if (sum >= threshold - ROUNDING) {
                claims.add(claimed(fact, voices, sum / weight));
            }
        }
        return claims;
    }

    private record For(Voice voice, Opinion opinion) {
        double count() {
            return voice.weight() * opinion.confidence();
        }
    }

    private static Claimed claimed(Fact fact, List<Voice> voices, double confidence) {
        List<For> those = voices.stream()
                .filter(voice -> voice.opinions().containsKey(fact)
                        && voice.opinions().get(fact).claimed())
                .map(voice -> new For(voice, voice.opinions().get(fact)))
                .toList();
        For first = those.get(0);
        for (For one : those) {
            first = one.count() > first.count() ? one : first;
        }
        return new Claimed(
                fact,
                first.opinion(),
                confidence,
                together(those),
                those.stream()
                        .map(f -> new Vote(
                                f.voice().model(), Weights.rounded(f.opinion().confidence())))
                        .toList());
    }

    private static Grounds together(List<For> those) {
        double all = those.stream().mapToDouble(For::count).sum();
        Map<String, Double> mentions = new TreeMap<>();
        Map<String, Double> regions = new TreeMap<>();
        Map<Spot, Double> spots = new HashMap<>();
        List<Looked> looks = new ArrayList<>();
        for (For one : those) {
            double share = all > 0 ? one.count() / all : 1.0 / those.size();
            Grounds grounds = one.opinion().grounds().get();
            looks.addAll(grounds.looks());
            grounds.mentions().forEach((m, w) -> mentions.merge(m, share * w, Double::sum));
            grounds.regions().forEach((r, w) -> regions.merge(r, share * w, Double::sum));
            grounds.spots().forEach((s, w) -> spots.merge(s, share * w, Double::sum));
        }
        Map<Spot, Double> ordered = new java.util.LinkedHashMap<>();
        spots.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Spot, Double> e) -> e.getKey().media())
                        .thenComparing(e -> e.getKey().frame())
                        .thenComparing(e -> e.getKey().box().y())
                        .thenComparing(e -> e.getKey().box().x())
                        .thenComparing(e -> e.getKey().box().width())
                        .thenComparing(e -> e.getKey().box().height()))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return new Grounds(mentions, regions, ordered, looks);
    }
}
