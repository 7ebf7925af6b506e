package org.newsreel.extraction.hmnet;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.layer.Crf;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.EntityTagger;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.PostBatch;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.WeightedNetwork;

/**
 * The hierarchical modality fusion network: BERT whose layers attend to the scales of a picture and its objects. Its
 * configuration says whether it tags entities or tells a relation; a method of the other task throws an
 * {@link IllegalStateException}. Inference may run in several threads; training in one.
 */
public final class HmnetNetwork extends WeightedNetwork<HmnetExample>
        implements RelationClassifier<HmnetExample>, EntityTagger<HmnetExample> {
    private static final String HEAD = "head.";

    private final HmnetConfig config;
    private final BertEncoder text;
    private final Optional<Sight> sight;
    private final Linear classifier;
    private final Optional<Crf> crf;

    /** A network with random weights; seed the engine before for the same ones again. */
    public HmnetNetwork(HmnetConfig config, Device device) {
        this(config, device, Weights::new);
    }

    /** A network whose parameters have no values yet, for a checkpoint to be loaded into. */
    public static HmnetNetwork unfilled(HmnetConfig config, Device device) {
        return new HmnetNetwork(config, device, Weights::unfilled);
    }

    private HmnetNetwork(HmnetConfig config, Device device, Function<NDManager, Weights> made) {
        super(device, made);
        this.config = config;
        try {
            Weights weights = weights();
            text = owned(new BertEncoder(config.text(), BertLayout.BERT, weights.in("text")));
            sight = config.variant().sees() ? Optional.of(Sight.of(weights, config)) : Optional.empty();
            sight.ifPresent(s -> owned(s.image()));
            boolean entities = config.task() == HmnetTask.ENTITIES;
            Weights head = weights.in("head");
            classifier =
                    head.linear(entities ? "tags" : "relations", config.text().hiddenSize(), config.labels());
            crf = entities ? Optional.of(Crf.of(head, "crf", config.labels())) : Optional.empty();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public HmnetConfig config() {
        return config;
    }

    /**
     * Begins with what a network has learned from either task (appendix B.3): all parameters of the same names, but not
     * those of classifiers.
     *
     * @return the parameters that were left as they are
     * @throws IllegalArgumentException when a parameter of the same name has another shape; nothing has been taken then
     */
    public List<String> startFrom(HmnetNetwork trained) {
        return Transfer.copy(trained.byName(), byName(), HEAD);
    }

    /**
     * What the encoders make of a batch.
     *
     * @param states {@code H^0} to {@code H^L}, each {@code [B, n, d]}
     * @param prefixes one for each layer, or none when there is nothing to see
     * @param features {@code V}, {@code [K, c, hw, d]}
     */
    private record Encoded(NDArray mask, NDList states, List<Prefix> prefixes, Optional<NDArray> features) {
        NDArray last() {
            return states.get(states.size() - 1);
        }
    }

    /** {@code H = U(X, V)} of section 3.5. */
    private Encoded encode(NDManager manager, List<HmnetExample> batch, boolean training) {
        PostBatch posts =
                PostBatch.of(manager, batch.stream().map(HmnetExample::post).toList(), config.slots());
        Optional<NDArray> features = sight.flatMap(s -> posts.pictures().map(s::features));
        List<Prefix> prefixes = features.map(
                        v -> sight.orElseThrow().prefixes(posts.pictures().orElseThrow(), v))
                .orElse(List.of());
        return new Encoded(
                posts.mask(), text.states(posts.ids(), posts.mask(), prefixes, training), prefixes, features);
    }

    /** Eq. 10's potentials of a token alone: {@code [B, w, K]}. */
    private NDArray emissions(NDManager manager, List<HmnetExample> batch, FirstPieces first, boolean training) {
        NDArray h = first.of(encode(manager, batch, training).last());
        return classifier.apply(Functions.dropout(h, config.dropout(), training));
    }

    /** Eq. 11: {@code [B, R]}. */
    private NDArray logits(NDManager manager, List<HmnetExample> batch, boolean training) {
        NDArray cls = encode(manager, batch, training).last().get(":, 0");
        return classifier.apply(Functions.dropout(cls, config.dropout(), training));
    }

    private static FirstPieces firstPieces(List<HmnetExample> batch) {
        return FirstPieces.of(
                batch, batch.stream().mapToInt(e -> e.post().length()).max().orElseThrow());
    }

    /** Eq. 10 or 11, the mean over the batch. */
    @Override
    public NDArray loss(NDManager scratch, List<HmnetExample> batch) {
        if (crf.isPresent()) {
            FirstPieces first = firstPieces(batch);
            NDArray gold = first.gold(scratch, batch);
            return crf.get().loss(emissions(scratch, batch, first, true), gold, first.maskArray(scratch));
        }
        long[] gold = new long[batch.size()];
        for (int b = 0; b < gold.length; b++) {
            gold[b] = batch.get(b)
                    .relation()
                    .orElseThrow(
                            () -> new IllegalArgumentException("a post without gold relation can't be learned from"));
        }
        return Functions.crossEntropy(logits(scratch, batch, true), scratch.create(gold));
    }

    @Override
    public int[][] tags(List<HmnetExample> batch) {
        require(HmnetTask.ENTITIES);
        if (batch.isEmpty()) {
            return new int[0][];
        }
        CrfScores scores = crf.orElseThrow().scores();
        int labels = config.labels();
        try (NDManager manager = manager().newSubManager()) {
            FirstPieces first = firstPieces(batch);
            float[] flat = emissions(manager, batch, first, false).toFloatArray();
            int[][] tags = new int[batch.size()][];
            for (int b = 0; b < tags.length; b++) {
                float[][] own = new float[first.counts()[b]][labels];
                for (int t = 0; t < own.length; t++) {
                    System.arraycopy(flat, (b * first.width() + t) * labels, own[t], 0, labels);
                }
                tags[b] = scores.best(own);
            }
            return tags;
        }
    }

    @Override
    public float[][] scores(List<HmnetExample> batch) {
        require(HmnetTask.RELATIONS);
        if (batch.isEmpty()) {
            return new float[0][];
        }
        try (NDManager manager = manager().newSubManager()) {
            return rows(logits(manager, batch, false));
        }
    }

    /**
     * Weights of tokens and pictures are the attention of {@code [CLS]}, mean over heads and layers, and so is the map;
     * gates are called {@code layer l scale i}, both from 1. They are those of the example, whichever relation it is.
     *
     * @param pair 0, for an example is one pair
     */
    @Override
    public Evidence evidence(HmnetExample example, int pair, int relation) {
        require(HmnetTask.RELATIONS);
        if (pair != 0 || relation < 0 || relation >= config.labels()) {
            throw new IllegalArgumentException(
                    "the example has no pair " + pair + " or the network no relation " + relation);
        }
        try (NDManager manager = manager().newSubManager()) {
            Encoded encoded = encode(manager, List.of(example), false);
            FirstAttention attention = FirstAttention.of(text, encoded.states(), encoded.mask(), encoded.prefixes());
            int cells = encoded.features().map(v -> (int) v.getShape().get(2)).orElse(0);
            return HmnetEvidence.of(example.post(), config.slots(), attention, cells, gates(example, encoded));
        }
    }

    /** The gates alone, as {@link #evidence} has them, for either task; empty when there are none. */
    public Map<String, Double> gates(HmnetExample example) {
        try (NDManager manager = manager().newSubManager()) {
            return gates(example, encode(manager, List.of(example), false));
        }
    }

    private Map<String, Double> gates(HmnetExample example, Encoded encoded) {
        Optional<LayerGates> gates = sight.flatMap(s -> s.prompt().gates());
        if (gates.isEmpty() || encoded.features().isEmpty()) {
            return Map.of();
        }
        boolean whole = config.slots().whole() && example.post().picture().isPresent();
        return HmnetEvidence.gates(
                gates.get().apply(encoded.features().get()).toFloatArray(),
                config.text().layers(),
                gates.get().scales(),
                whole);
    }

    private void require(HmnetTask task) {
        if (config.task() != task) {
            throw new IllegalStateException("the network was made for " + config.task() + " and not for " + task);
        }
    }
}
