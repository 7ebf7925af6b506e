package org.newsreel.extraction.voter;

import java.util.ArrayList;
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
    private final List<Looked> looks = new ArrayList<>();
    private double between;

    /** A network's own account of one relation, with words in places of the text. */
    interface Places {
        /** The words {@code [from, to)} of the text that a share of the network's words is; none for none. */
        int[] of(Evidence.TextShare share);
    }

    /** Adds what a network says, but for its pictures. */
    void account(String model, Evidence evidence, Words words, List<Mention> all, List<Sight> frames, Places places) {
        List<Looked.Word> looked = new ArrayList<>();
        for (Evidence.TextShare share : evidence.texts()) {
            int[] place = places.of(share);
            words(words, all, place[0], place[1], share.weight());
            if (place[0] < place[1]) {
                looked.add(new Looked.Word(words.start(place[0]), words.end(place[1] - 1), share.weight()));
            }
        }
        looks.add(new Looked(
                model,
                looked,
                evidence.gates(),
                evidence.regions().stream()
                        .map(r -> new Looked.Frame(
                                frames.get(r.picture()).media(),
                                frames.get(r.picture()).frame(),
                                r.weight()))
                        .toList(),
                evidence.map().map(map -> new Looked.Where(frames.get(map.picture()), map))));
    }

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
        return new Grounds(mentions, Map.of(), spots, looks);
    }
}
