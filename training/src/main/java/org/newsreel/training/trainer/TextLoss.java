package org.newsreel.training.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.newsreel.extraction.encoder.WordStates;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.text.ChainPair;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.MentionBatch;
import org.newsreel.extraction.text.RelationBatch;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextBatches;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.RelationTask;
import org.newsreel.training.corpus.TrainingDocument;

/**
 * The sum of three losses over a batch of documents of one corpus: CRF likelihood a word in the corpus' own tags (M3D
 * eq. 15), cross entropy of links between gold mentions a pair (eq. 16) where chains are annotated, and of relations
 * between gold chains a pair (eq. 17, with ATLOP's adaptive threshold) in every label space that the document says
 * something about. What a corpus does not annotate counts nowhere.
 */
final class TextLoss {
    /** Pairs of chains without a relation that are taken from one document and step. */
    private static final int NEGATIVES = 300;

    /** A word has one tag but a pair many uncertain links, whose gradients would drown it. */
    private static final float ENTITY_WEIGHT = 4;

    /** The three parts as numbers; NaN for a part that the batch does not have. */
    record Parts(double entities, double links, double relations) {}

    /** The loss to differentiate and its parts. */
    record Value(NDArray loss, Parts parts) {}

    /** Gold and sure counter-examples of one label space, a row for each chain pair. */
    private record Targets(List<float[]> gold, List<float[]> negative) {}

    private final TextNetwork network;
    private final Map<String, RelationLabels> labels = new HashMap<>();

    TextLoss(TextNetwork network) {
        this.network = network;
        for (LabelSpace space : network.config().spaces()) {
            labels.put(space.name(), new RelationLabels(space.relations()));
        }
    }

    /** Runs the network forward. Everything belongs to {@code manager}. */
    Value of(NDManager manager, List<TrainingDocument> documents, Random random) {
        Annotation annotation = documents.get(0).annotation();
        WordStates states = network.trainingStates(
                manager, documents.stream().map(TrainingDocument::words).toList());
        NDArray entityLoss = entityLoss(manager, annotation.space(), states.last(), documents);
        NDArray total = Functions.scale(entityLoss, ENTITY_WEIGHT);
        double links = Double.NaN;
        double relations = Double.NaN;
        if (annotation.chains()) {
            TextBatches batches = new TextBatches(network.config());
            List<Integer> linked = new ArrayList<>();
            Map<String, Targets> targets = new TreeMap<>();
            int row = 0;
            for (TrainingDocument document : documents) {
                for (int[] pair : batches.addText(document.words(), document.spans(), row)) {
                    linked.add(document.chainOf()[pair[0]] == document.chainOf()[pair[1]] ? 1 : 0);
                }
                List<ChainPair> chosen = choose(document, random);
                batches.addRelations(document.chains(), chosen);
                for (RelationTask task : document.relations()) {
                    label(
                            document,
                            task,
                            chosen,
                            targets.computeIfAbsent(
                                    task.space(), s -> new Targets(new ArrayList<>(), new ArrayList<>())));
                }
                row += document.words().count();
            }
            MentionBatch mentions = batches.mentions();
            if (mentions.starts().length > 0) {
                NDArray vectors = network.mentions(manager, states.last(), mentions, true);
                if (!linked.isEmpty()) {
                    NDArray loss = linkLoss(manager, network.links(manager, vectors, batches.links(), true), linked);
                    links = loss.getFloat();
                    total = total.add(loss);
                }
                RelationBatch pairs = batches.relations();
                if (pairs.size() > 0 && !targets.isEmpty()) {
                    NDArray gate = network.gate(manager, vectors, pairs, true);
                    NDArray products =
                            network.pairs(manager, vectors, states, mentions, pairs, batches.parts(), gate, true);
                    relations = 0;
                    for (Map.Entry<String, Targets> entry : targets.entrySet()) {
                        NDArray loss = relationLoss(manager, entry.getKey(), products, entry.getValue());
                        relations += loss.getFloat();
                        total = total.add(loss);
                    }
                }
            }
        }
        return new Value(total, new Parts(entityLoss.getFloat(), links, relations));
    }

    private NDArray linkLoss(NDManager manager, NDArray logits, List<Integer> linked) {
        float[] target = new float[linked.size()];
        float[] share = new float[linked.size()];
        for (int i = 0; i < target.length; i++) {
            target[i] = linked.get(i);
            share[i] = 1f / target.length;
        }
        Shape shape = new Shape(target.length);
        return network.binaryLoss(manager, logits, manager.create(target, shape), manager.create(share, shape));
    }

    private NDArray relationLoss(NDManager manager, String space, NDArray products, Targets targets) {
        NDArray scores = network.relations(manager, space, products, true);
        Shape shape = new Shape(targets.gold().size(), labels.get(space).size());
        return network.relationLoss(
                        manager,
                        scores,
                        manager.create(flat(targets.gold()), shape),
                        manager.create(flat(targets.negative()), shape))
                .mean();
    }

    private NDArray entityLoss(NDManager manager, String space, NDArray states, List<TrainingDocument> documents) {
        NDArray emissions = network.emissions(manager, space, states, true);
        int b = documents.size();
        int n = documents.stream().mapToInt(d -> d.words().count()).max().orElse(0);
        long[] index = new long[b * n];
        long[] tags = new long[b * n];
        float[] mask = new float[b * n];
        int row = 0;
        for (int d = 0; d < b; d++) {
            TrainingDocument document = documents.get(d);
            int count = document.words().count();
            int[] gold = network.tags(space).encode(count, document.spans());
            for (int w = 0; w < count; w++) {
                index[d * n + w] = (long) row + w;
                tags[d * n + w] = gold[w];
                mask[d * n + w] = 1;
            }
            row += count;
        }
        Shape shape = new Shape(b, n);
        NDArray grid = network.grid(manager, emissions, manager.create(index, shape));
        NDArray sum = network.crfLoss(manager, space, grid, manager.create(tags, shape), manager.create(mask, shape))
                .sum();
        return Functions.scale(sum, 1.0 / row);
    }

    /** Every pair that has a relation, and some that have none, of those that the types admit in any label space. */
    private List<ChainPair> choose(TrainingDocument document, Random random) {
        Set<ChainPair> related = new HashSet<>();
        document.relations().forEach(t -> t.holds().forEach(r -> related.add(r.pair())));
        List<ChainPair> chosen = new ArrayList<>();
        List<ChainPair> unrelated = new ArrayList<>();
        for (int s = 0; s < document.chains().size(); s++) {
            for (int o = 0; o < document.chains().size(); o++) {
                if (s != o && admitted(document, s, o)) {
                    ChainPair pair = new ChainPair(s, o);
                    (related.contains(pair) ? chosen : unrelated).add(pair);
                }
            }
        }
        Collections.shuffle(unrelated, random);
        chosen.addAll(unrelated.subList(0, Math.min(NEGATIVES, unrelated.size())));
        return chosen;
    }

    private boolean admitted(TrainingDocument document, int subject, int object) {
        return document.relations().stream()
                .anyMatch(t -> labels.get(t.space()).admit(document.type(subject), document.type(object)));
    }

    private void label(TrainingDocument document, RelationTask task, List<ChainPair> chosen, Targets targets) {
        RelationLabels known = labels.get(task.space());
        Map<ChainPair, List<Integer>> types = new HashMap<>();
        task.holds().forEach(r -> types.computeIfAbsent(r.pair(), p -> new ArrayList<>())
                .add(r.type()));
        for (ChainPair pair : chosen) {
            float[] gold = new float[known.size()];
            float[] negative = new float[known.size()];
            boolean sure = !task.unsure().contains(pair);
            for (int type : task.complete()) {
                boolean admitted = known.admits(type, document.type(pair.subject()), document.type(pair.object()));
                negative[type] = admitted && sure ? 1 : 0;
            }
            for (int type : types.getOrDefault(pair, List.of())) {
                gold[type] = 1;
                negative[type] = 0;
            }
            targets.gold().add(gold);
            targets.negative().add(negative);
        }
    }

    private static float[] flat(List<float[]> rows) {
        int width = rows.get(0).length;
        float[] flat = new float[rows.size() * width];
        for (int r = 0; r < rows.size(); r++) {
            System.arraycopy(rows.get(r), 0, flat, r * width, width);
        }
        return flat;
    }
}
