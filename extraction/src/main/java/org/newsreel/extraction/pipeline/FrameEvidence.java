package org.newsreel.extraction.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/**
 * Adds to relations that were found in words the regions in which their subject or object is seen. They show who is
 * meant rather than that the relation holds, so together they have a small fixed share, which follows the regions'
 * confidence.
 */
final class FrameEvidence {
    /** What regions weigh together; words keep the rest. */
    static final double SHARE = 0.2;

    /** The surest regions of each argument are enough to look at. */
    static final int MOST_PER_ARGUMENT = 3;

    private FrameEvidence() {}

    static List<Relation> add(List<Relation> relations, List<Region> regions) {
        return relations.stream().map(relation -> add(relation, regions)).toList();
    }

    /** One relation. */
    static Relation add(Relation relation, List<Region> regions) {
        List<Region> shown = new ArrayList<>(showing(relation.subject(), regions));
        shown.addAll(showing(relation.object(), regions));
        double sureness = shown.stream().mapToDouble(Region::confidence).sum();
        if (sureness <= 0) {
            return relation;
        }
        List<EvidenceRef> evidence = new ArrayList<>();
        for (EvidenceRef words : relation.evidence()) {
            evidence.add(new EvidenceRef(words.mention(), words.region(), rounded(words.weight() * (1 - SHARE))));
        }
        for (Region region : shown) {
            evidence.add(EvidenceRef.ofRegion(region.id(), rounded(SHARE * region.confidence() / sureness)));
        }
        return relation.withEvidence(evidence);
    }

    /** Surest first; the sort keeps the order of the regions, which is that of time, among equals. */
    private static List<Region> showing(String chain, List<Region> regions) {
        return regions.stream()
                .filter(region -> region.chain().equals(Optional.of(chain)) && region.confidence() > 0)
                .sorted(Comparator.comparingDouble(Region::confidence).reversed())
                .limit(MOST_PER_ARGUMENT)
                .toList();
    }

    /** Six decimals: enough for any use, and short in the JSON. */
    private static double rounded(double weight) {
        return Math.round(weight * 1e6) / 1e6;
    }
}
