package org.newsreel.training.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.LinkBatch;
import org.newsreel.extraction.text.MentionBatch;
import org.newsreel.extraction.text.RelationBatch;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextBatches;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.training.corpus.TrainingDocument;

/**
 * The sum of three losses over a batch of documents of one corpus: CRF likelihood a word (M3D eq. 15; only where every
 * mention is annotated), cross entropy of links between gold mentions a pair (eq. 16), and of relations between gold
 * chains a pair (eq. 17). Relation types that the corpus does not annotate completely have no counter-examples.
 */
final class TextLoss {
    /** Pairs of chains without a relation that are taken from one document and step. */
    private static final int NEGATIVES = 80;

    /** A word has one tag but a pair many uncertain links, whose gradients would drown it. */
    private static final float ENTITY_WEIGHT = 4;

    /** The three parts as numbers; NaN for a part that the batch does not have. */
    record Parts(double entities, double links, double relations) {}

    /** The loss to differentiate and its parts. */
    record Value(NDArray loss, Parts parts) {}

    private final TextNetwork network;
    private final RelationLabels labels;

    TextLoss(TextNetwork network) {
        this.network = network;
        this.labels = new RelationLabels(network.config().relations());
    }

    /** Runs the network forward. Everything belongs to {@code manager}. */
    Value of(NDManager manager, List<TrainingDocument> documents, Random random) {
        List<Words> texts = documents.stream().map(TrainingDocument::words).toList();
        NDArray states = network.trainingStates(manager, texts);
        List<NDArray> losses = new ArrayList<>();
        double entities = Double.NaN;
        if (documents.get(0).annotation().mentionsComplete()) {
            NDArray loss = entityLoss(manager, states, documents);
            entities = loss.getFloat();
            losses.add(loss.mul(ENTITY_WEIGHT));
        }
        double links = Double.NaN;
        double relations = Double.NaN;
        TextBatches batches = new TextBatches(network.config());
        List<Integer> linked = new ArrayList<>();
        List<float[]> gold = new ArrayList<>();
        List<float[]> weight = new ArrayList<>();
        int row = 0;
        for (TrainingDocument document : documents) {
            List<int[]> pairs = batches.addText(document.words(), document.spans(), row);
            for (int[] pair : pairs) {
                linked.add(document.chainOf()[pair[0]] == document.chainOf()[pair[1]] ? 1 : 0);
            }
            List<ChainPair> chosen = choose(document, random);
            batches.addRelations(document.chains(), chosen);
            label(document, chosen, gold, weight);
            row += document.words().count();
        }
        MentionBatch mentions = batches.mentions();
        if (mentions.starts().length > 0) {
            NDArray vectors = network.mentions(manager, states, mentions, true);
            LinkBatch linkBatch = batches.links();
            if (!linked.isEmpty()) {
                NDArray logits = network.links(manager, vectors, linkBatch, true);
                float[] target = new float[linked.size()];
                float[] share = new float[linked.size()];
                for (int i = 0; i < target.length; i++) {
                    target[i] = linked.get(i);
                    share[i] = 1f / target.length;
                }
                Shape shape = new Shape(target.length);
                NDArray loss = network.binaryLoss(
                        manager, logits, manager.create(target, shape), manager.create(share, shape));
                links = loss.getFloat();
                losses.add(loss);
            }
            if (!gold.isEmpty()) {
                RelationBatch relationBatch = batches.relations();
                NDArray gate = network.gate(manager, vectors, relationBatch, true);
                NDArray logits = network.relations(manager, vectors, states, relationBatch, gate, true);
                Shape shape = new Shape(gold.size(), labels.size());
                NDArray loss = network.binaryLoss(
                        manager,
                        logits,
                        manager.create(flat(gold, 1f), shape),
                        manager.create(flat(weight, 1f / gold.size()), shape));
                relations = loss.getFloat();
                losses.add(loss);
            }
        }
        NDArray total = losses.isEmpty() ? states.sum().mul(0f) : losses.get(0);
        for (int i = 1; i < losses.size(); i++) {
            total = total.add(losses.get(i));
        }
        return new Value(total, new Parts(entities, links, relations));
    }

    private NDArray entityLoss(NDManager manager, NDArray states, List<TrainingDocument> documents) {
        NDArray emissions = network.emissions(manager, states, true);
        int b = documents.size();
        int n = documents.stream().mapToInt(d -> d.words().count()).max().orElse(0);
        long[] index = new long[b * n];
        long[] tags = new long[b * n];
        float[] mask = new float[b * n];
        int row = 0;
        for (int d = 0; d < b; d++) {
            TrainingDocument document = documents.get(d);
            int count = document.words().count();
            int[] gold = network.tags().encode(count, document.spans());
            for (int w = 0; w < count; w++) {
                index[d * n + w] = (long) row + w;
                tags[d * n + w] = gold[w];
                mask[d * n + w] = 1;
            }
            row += count;
        }
        Shape shape = new Shape(b, n);
        NDArray grid = network.grid(manager, emissions, manager.create(index, shape));
        return network.crfLoss(manager, grid, manager.create(tags, shape), manager.create(mask, shape))
                .sum()
                .div(row);
    }

    /** Every pair that has a relation, and some that have none, of those that the types admit. */
    private List<ChainPair> choose(TrainingDocument document, Random random) {
        Set<ChainPair> related = new HashSet<>();
        document.relations().forEach(r -> related.add(r.pair()));
        List<ChainPair> chosen = new ArrayList<>();
        List<ChainPair> unrelated = new ArrayList<>();
        for (int s = 0; s < document.chains().size(); s++) {
            for (int o = 0; o < document.chains().size(); o++) {
                if (s == o || !labels.admit(document.type(s), document.type(o))) {
                    continue;
                }
                ChainPair pair = new ChainPair(s, o);
                (related.contains(pair) ? chosen : unrelated).add(pair);
            }
        }
        java.util.Collections.shuffle(unrelated, random);
        chosen.addAll(unrelated.subList(0, Math.min(NEGATIVES, unrelated.size())));
        return chosen;
    }

    private void label(TrainingDocument document, List<ChainPair> chosen, List<float[]> gold, List<float[]> weight) {
        Map<ChainPair, List<Integer>> types = new HashMap<>();
        document.relations().forEach(r -> types.computeIfAbsent(r.pair(), p -> new ArrayList<>())
                .add(r.type()));
        for (ChainPair pair : chosen) {
            float[] target = new float[labels.size()];
            float[] counts = new float[labels.size()];
            for (int type = 0; type < target.length; type++) {
                boolean admitted = labels.get(type).admits(document.type(pair.subject()), document.type(pair.object()));
                boolean sure = document.annotation().complete(labels.get(type).name())
                        && !document.others().contains(pair);
                counts[type] = admitted && sure ? 1 : 0;
            }
            for (int type : types.getOrDefault(pair, List.of())) {
                target[type] = 1;
                counts[type] = 1;
            }
            gold.add(target);
            weight.add(counts);
        }
    }

    private static float[] flat(List<float[]> rows, float scale) {
        int width = rows.get(0).length;
        float[] flat = new float[rows.size() * width];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < width; c++) {
                flat[r * width + c] = rows.get(r)[c] * scale;
            }
        }
        return flat;
    }
}
