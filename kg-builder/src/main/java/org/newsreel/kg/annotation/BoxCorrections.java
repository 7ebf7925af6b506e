package org.newsreel.kg.annotation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;

/**
 * A document with the boxes that came back in place of those that went out. A box is the same region when it carries its id
 * or overlaps it by at least half (intersection over union) with the same class; it keeps whom it shows and what is written
 * there. Regions that did not come back are gone, with what rested on them alone. Frames that did not come back stay.
 */
final class BoxCorrections {
    private static final double SAME = 0.5;

    private BoxCorrections() {}

    static ExtractionDocument apply(ExtractionDocument document, Map<String, List<BoxReader.Drawn>> drawn) {
        List<Region> regions = new ArrayList<>();
        int added = 0;
        for (Frames.Frame frame : Frames.of(document)) {
            List<BoxReader.Drawn> boxes = drawn.get(frame.file());
            if (boxes == null) {
                regions.addAll(frame.regions());
                continue;
            }
            List<Region> left = new ArrayList<>(frame.regions());
            for (BoxReader.Drawn box : boxes) {
                Optional<Region> before = match(box, left);
                before.ifPresent(left::remove);
                Region like = before.orElse(frame.regions().get(0));
                regions.add(new Region(
                        before.map(Region::id).orElse("drawn" + added++),
                        box.type(),
                        frame.medium().id(),
                        frame.frame(),
                        like.t(),
                        box.box(),
                        before.flatMap(Region::chain),
                        1,
                        before.flatMap(Region::text)));
            }
        }
        return without(document, regions);
    }

    private static Optional<Region> match(BoxReader.Drawn box, List<Region> left) {
        if (box.region().isPresent()) {
            return left.stream()
                    .filter(region -> region.id().equals(box.region().get()))
                    .findFirst();
        }
        return left.stream()
                .filter(region -> region.type() == box.type() && region.box().intersectionOverUnion(box.box()) >= SAME)
                .max(java.util.Comparator.comparingDouble(region -> region.box().intersectionOverUnion(box.box())));
    }

    private static ExtractionDocument without(ExtractionDocument document, List<Region> regions) {
        Set<String> kept = new HashSet<>();
        Set<String> shown = new HashSet<>();
        regions.forEach(region -> {
            kept.add(region.id());
            region.chain().ifPresent(shown::add);
        });
        List<EntityChain> chains = document.chains().stream()
                .filter(chain -> !chain.mentions().isEmpty() || shown.contains(chain.id()))
                .toList();
        Set<String> there = new HashSet<>();
        chains.forEach(chain -> there.add(chain.id()));
        List<Relation> relations = new ArrayList<>();
        for (Relation relation : document.relations()) {
            List<EvidenceRef> evidence = relation.evidence().stream()
                    .filter(e -> e.region().map(kept::contains).orElse(true))
                    .toList();
            double sum = evidence.stream().mapToDouble(EvidenceRef::weight).sum();
            if (there.contains(relation.subject()) && there.contains(relation.object()) && sum > 0) {
                relations.add(relation.withEvidence(evidence.stream()
                        .map(e -> new EvidenceRef(e.mention(), e.region(), e.weight() / sum))
                        .toList()));
            }
        }
        return document.withClaims(chains, relations, regions);
    }
}
