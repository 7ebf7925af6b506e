package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.m3d.M3dReading;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;
import org.newsreel.training.metric.ChainMetric;
import org.newsreel.training.metric.GroundingMetric;
import org.newsreel.training.metric.Span;

/**
 * M3D's tasks, measured as its paper does: chains over given mentions, relations over given chains. All of them on whole
 * documents; entities and relations again when the frames are missing, and regions when the text is.
 */
final class M3dScores {
    private static final String GROUNDING = "grounding";
    private static final String WITHOUT_FRAMES = " without frames";

    private M3dScores() {}

    static Map<String, Double> of(TrainableNetwork<M3dExample> trained, List<M3dExample> test) {
        M3dNetwork network = (M3dNetwork) trained;
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put(PostTrials.RELATIONS, relations(network, test));
        scores.put(PostTrials.ENTITIES, entities(network, test));
        scores.put("chains", chains(network, test));
        List<M3dExample> blind = test.stream().map(M3dExample::withoutPictures).toList();
        scores.put(PostTrials.RELATIONS + WITHOUT_FRAMES, relations(network, blind));
        scores.put(PostTrials.ENTITIES + WITHOUT_FRAMES, entities(network, blind));
        if (network.config().parts().pictures()) {
            List<M3dExample> seen =
                    test.stream().filter(e -> !e.frames().isEmpty()).toList();
            scores.put(GROUNDING, grounding(network, seen));
            scores.put(
                    GROUNDING + " without text",
                    grounding(
                            network, seen.stream().map(M3dExample::withoutText).toList()));
        }
        return scores;
    }

    private static double relations(M3dNetwork network, List<M3dExample> test) {
        List<float[]> rows = new ArrayList<>();
        Chunks.of(test).forEach(chunk -> rows.addAll(List.of(network.scores(chunk))));
        List<Integer> gold = new ArrayList<>();
        for (M3dExample example : test) {
            for (M3dExample.Pair pair : example.pairs()) {
                gold.add(example.relations().stream()
                        .filter(r -> r.subject() == pair.subject() && r.object() == pair.object())
                        .findFirst()
                        .map(M3dExample.ChainRelation::type)
                        .orElse(M3dNetwork.NONE));
            }
        }
        return MadePosts.relationF1(gold, rows);
    }

    private static double entities(M3dNetwork network, List<M3dExample> test) {
        List<int[]> found = new ArrayList<>();
        Chunks.of(test).forEach(chunk -> found.addAll(List.of(network.tags(chunk))));
        return MadePosts.entityF1(test.stream().map(M3dScores::tags).toList(), found);
    }

    private static int[] tags(M3dExample example) {
        int[] tags = new int[example.words().length];
        for (M3dExample.Mention mention : example.mentions()) {
            for (int w = mention.from(); w < mention.to(); w++) {
                tags[w] = 2 + 2 * mention.type();
            }
            tags[mention.from()]--;
        }
        return tags;
    }

    private static double chains(M3dNetwork network, List<M3dExample> test) {
        ChainMetric metric = new ChainMetric();
        for (List<M3dExample> chunk : Chunks.of(test)) {
            List<List<M3dExample.Mention>> found = network.chains(chunk);
            for (int i = 0; i < chunk.size(); i++) {
                metric.add(spans(chunk.get(i).mentions()), spans(found.get(i)));
            }
        }
        return metric.f1();
    }

    private static Collection<Set<Span>> spans(List<M3dExample.Mention> mentions) {
        Map<Integer, Set<Span>> chains = new HashMap<>();
        mentions.forEach(
                m -> chains.computeIfAbsent(m.chain(), c -> new HashSet<>()).add(new Span(m.from(), m.to())));
        return chains.values();
    }

    private static double grounding(M3dNetwork network, List<M3dExample> test) {
        GroundingMetric metric = new GroundingMetric();
        for (List<M3dExample> chunk : Chunks.of(test)) {
            List<M3dReading> readings = network.readGiven(chunk);
            for (int i = 0; i < chunk.size(); i++) {
                List<Region> gold = new ArrayList<>();
                List<Region> found = new ArrayList<>();
                for (int f = 0; f < chunk.get(i).frames().size(); f++) {
                    int frame = f;
                    chunk.get(i).frames().get(f).regions().forEach(r -> gold.add(region(frame, r)));
                    readings.get(i).regions().get(f).forEach(r -> found.add(region(frame, r.region())));
                }
                metric.add(gold, found);
            }
        }
        return metric.score().f1();
    }

    /** The part of a region that lies in its frame, which is never empty: its centre does. */
    private static Region region(int frame, M3dExample.Region region) {
        double least = 1e-6;
        double left = Math.min(Math.max(0, region.x() - region.width() / 2), 1 - least);
        double top = Math.min(Math.max(0, region.y() - region.height() / 2), 1 - least);
        double right = Math.max(left + least, Math.min(1, region.x() + region.width() / 2));
        double bottom = Math.max(top + least, Math.min(1, region.y() + region.height() / 2));
        return new Region(
                "r",
                EntityType.valueOf(MadePosts.TYPES.get(region.type() - 1)),
                "v",
                frame,
                OptionalDouble.empty(),
                new Box(left, top, right - left, bottom - top),
                Optional.empty(),
                1,
                Optional.empty());
    }
}
