package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.m3d.M3dExample;
import org.newsreel.extraction.m3d.M3dNetwork;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.metric.ChainMetric;
import org.newsreel.training.metric.Span;

/**
 * M3D's tasks, measured as its paper does: chains over given mentions, relations over given chains. All of them on whole
 * documents; entities and relations again when the frames are missing.
 */
final class M3dScores {
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
}
