package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The heads' answers for one batch, in the order in which the batch was given. */
record Inference(M3dConfig config, Heads heads, Batch batch, Features features) {
    private static final int SIDES = 4;

    /** Best tags of each example; empty without words. */
    int[][] tags() {
        int[][] tags = new int[batch.size()][0];
        if (features.words().isEmpty()) {
            return tags;
        }
        NDArray emissions = heads.emissions().apply(features.words().get());
        int n = (int) emissions.getShape().get(1);
        int k = (int) emissions.getShape().get(2);
        float[] all = emissions.toFloatArray();
        var crf = heads.crf().scores();
        for (int i = 0; i < tags.length; i++) {
            int t = batch.text(i);
            if (t >= 0) {
                float[][] rows = new float[batch.texts().get(t).words().length][];
                for (int w = 0; w < rows.length; w++) {
                    rows[w] = Arrays.copyOfRange(all, (t * n + w) * k, (t * n + w + 1) * k);
                }
                tags[i] = crf.best(rows);
            }
        }
        return tags;
    }

    /** Given mentions in the chains that are found, for each example. */
    List<List<M3dExample.Mention>> chained(List<List<M3dExample.Mention>> given) {
        List<List<M3dExample.Mention>> texts = inTexts(given);
        Pairs pairs = Pairs.mentions(texts);
        float[] logits = pairs.isEmpty()
                ? new float[0]
                : heads.links()
                        .logits(
                                MentionStates.of(features.words().orElseThrow(), texts)
                                        .mentions(),
                                pairs,
                                false)
                        .toFloatArray();
        int[] first = new int[texts.size() + 1];
        for (int t = 0; t < texts.size(); t++) {
            int m = texts.get(t).size();
            first[t + 1] = first[t] + m * (m - 1) / 2;
        }
        List<List<M3dExample.Mention>> chained = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            int t = batch.text(i);
            chained.add(t < 0 ? List.of() : Decoder.chained(texts.get(t), logits, first[t], config.linkThreshold()));
        }
        return chained;
    }

    /** Logits of the pairs of the chains of given mentions, for each example. */
    float[][][] relations(List<List<M3dExample.Mention>> given) {
        List<List<M3dExample.Mention>> texts = inTexts(given);
        Pairs pairs = Pairs.chains(texts);
        float[] logits = pairs.isEmpty()
                ? new float[0]
                : heads.relations()
                        .logits(
                                MentionStates.of(features.words().orElseThrow(), texts)
                                        .chains(),
                                pairs,
                                false)
                        .toFloatArray();
        int classes = config.relations() + 1;
        float[][][] rows = new float[batch.size()][0][];
        int[] first = new int[texts.size() + 1];
        for (int t = 0; t < texts.size(); t++) {
            int chains = MentionStates.chains(texts.get(t));
            first[t + 1] = first[t] + chains * Math.max(0, chains - 1);
        }
        for (int i = 0; i < rows.length; i++) {
            int t = batch.text(i);
            if (t >= 0) {
                rows[i] = new float[first[t + 1] - first[t]][];
                for (int p = 0; p < rows[i].length; p++) {
                    int from = (first[t] + p) * classes;
                    rows[i][p] = Arrays.copyOfRange(logits, from, from + classes);
                }
            }
        }
        return rows;
    }

    /** Regions of each frame of each example; no frames where pictures are not read. */
    List<List<List<M3dReading.FoundRegion>>> regions() {
        List<List<List<M3dReading.FoundRegion>>> all = new ArrayList<>();
        float[] types = new float[0];
        float[] boxes = new float[0];
        int most = 0;
        if (features.frames().isPresent()) {
            GroundingHead.Found found =
                    heads.grounding().orElseThrow().found(features.frames().get(), 0, false);
            types = found.types().toFloatArray();
            boxes = found.boxes().toFloatArray();
            most = (int) found.types().getShape().get(1);
        }
        int slots = config.maxRegions();
        int classes = config.regionTypes() + 1;
        for (int i = 0; i < batch.size(); i++) {
            List<List<M3dReading.FoundRegion>> frames = new ArrayList<>();
            int v = batch.film(i);
            for (int f = 0; v >= 0 && f < batch.films().get(v).frames().size(); f++) {
                frames.add(Decoder.regions(types, boxes, (v * most + f) * slots, slots, classes));
            }
            all.add(frames);
        }
        return all;
    }

    /** Mentions of the given examples in the order of the batch's texts. */
    private List<List<M3dExample.Mention>> inTexts(List<List<M3dExample.Mention>> given) {
        List<List<M3dExample.Mention>> texts =
                new ArrayList<>(java.util.Collections.nCopies(batch.texts().size(), List.of()));
        for (int i = 0; i < given.size(); i++) {
            if (batch.text(i) >= 0) {
                texts.set(batch.text(i), given.get(i));
            }
        }
        return texts;
    }
}
