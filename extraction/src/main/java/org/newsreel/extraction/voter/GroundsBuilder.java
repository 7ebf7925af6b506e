package org.newsreel.extraction.voter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.ontology.claim.Mention;

/**
 * Puts a network's evidence in the document's terms. A word's share goes to the mention that holds the word; what words
 * outside all mentions have is divided between the pair in proportion to what its two mentions have of their own, since a
 * document can point at mentions alone. A whole picture's share goes to the part of it where the network's map is
 * strongest, if it has one. Shares below {@value #LEAST} are left to the others.
 */
final class GroundsBuilder {
    static final double LEAST = 0.005;

    private final Map<String, Double> mentions = new LinkedHashMap<>();
    private final Map<Spot, Double> spots = new LinkedHashMap<>();
    private double between;

    /** Adds words {@code [from, to)} of a text. */
    void words(Words words, List<Mention> all, int from, int to, double weight) {
        if (to <= from) {
            between += weight;
            return;
        }
        for (int w = from; w < to; w++) {
            int start = words.start(w);
            double share = weight / (to - from);
            all.stream()
                    .filter(m -> m.start() <= start && start < m.end())
                    .findFirst()
                    .ifPresentOrElse(m -> mention(m.id(), share), () -> between += share);
        }
    }

    /** Adds a mention. */
    void mention(String id, double weight) {
        mentions.merge(id, weight, Double::sum);
    }

    /** Adds a part of a frame. */
    void spot(Spot spot, double weight) {
        spots.merge(spot, weight, Double::sum);
    }

    /** Adds all or the strongest part of the frames that a network read. */
    void pictures(Evidence evidence, List<Sight> frames) {
        for (Evidence.RegionShare share : evidence.regions()) {
            Sight sight = frames.get(share.picture());
            Spot spot = evidence.map()
                    .filter(map -> map.picture() == share.picture())
                    .map(map -> Spot.hottest(sight, map))
                    .orElseGet(() -> Spot.all(sight));
            spot(spot, share.weight());
        }
    }

    /** What all of it comes to, for a pair of mentions. */
    Grounds build(String head, String tail) {
        double ofHead = mentions.getOrDefault(head, 0.0);
        double ofTail = mentions.getOrDefault(tail, 0.0);
        double both = ofHead + ofTail;
        mention(head, both > 0 ? between * ofHead / both : between / 2);
        mention(tail, both > 0 ? between * ofTail / both : between / 2);
        mentions.values().removeIf(weight -> weight < LEAST);
        spots.values().removeIf(weight -> weight < LEAST);
        double sum = mentions.values().stream().mapToDouble(w -> w).sum()
                + spots.values().stream().mapToDouble(w -> w).sum();
        mentions.replaceAll((m, weight) -> weight / sum);
        spots.replaceAll((s, weight) -> weight / sum);
        return new Grounds(mentions, Map.of(), spots);
    }
}
