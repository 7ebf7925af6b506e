package org.newsreel.extraction.hvformer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.PostBatch;
import org.newsreel.extraction.network.PostBatch.Pictures;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.WeightedNetwork;

/**
 * The hierarchical visual context fusion Transformer: words see patches at several levels of a vision Transformer, and a
 * router weighs what each level has to say of each word. Inference may run in several threads; training in one.
 */
public final class HvformerNetwork extends WeightedNetwork<HvformerExample>
        implements RelationClassifier<HvformerExample> {
    private final HvformerConfig config;
    private final BertEncoder text;
    private final Optional<VitEncoder> image;
    private final List<VisualExpert> experts = new ArrayList<>();
    private final Optional<ExpertRouter> router;
    private final Optional<JoinedExperts> joined;
    private final Linear decoder;

    /** A network with random weights; seed the engine before for the same ones again. */
    public HvformerNetwork(HvformerConfig config, Device device) {
        this(config, device, Weights::new);
    }

    /** A network whose parameters have no values yet, for a checkpoint to be loaded into. */
    public static HvformerNetwork unfilled(HvformerConfig config, Device device) {
        return new HvformerNetwork(config, device, Weights::unfilled);
    }

    private HvformerNetwork(HvformerConfig config, Device device, Function<NDManager, Weights> made) {
        super(device, made);
        this.config = config;
        try {
            Weights weights = weights();
            int d = config.text().hiddenSize();
            int visual = config.levels().size();
            text = owned(new BertEncoder(config.text(), BertLayout.BERT, weights.in("text")));
            image = config.sees()
                    ? Optional.of(owned(new VitEncoder(config.image(), weights.in("image"))))
                    : Optional.empty();
            for (int level = 0; level < visual; level++) {
                experts.add(VisualExpert.of(weights, config, level));
            }
            router = config.sees() && config.experts()
                    ? Optional.of(ExpertRouter.of(weights, visual, d))
                    : Optional.empty();
            joined = config.sees() && !config.experts()
                    ? Optional.of(JoinedExperts.of(weights, visual, d))
                    : Optional.empty();
            decoder = weights.linear("relations", 2L * d, config.relations());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public HvformerConfig config() {
        return config;
    }

    /**
     * What the network makes of a batch.
     *
     * @param t {@code T}, {@code [B, n, d]}
     * @param pictures what there is to see
     * @param view what it looks like to experts; present when pictures are
     * @param g {@code G}, {@code [B, n, E]}; absent when nothing is seen or no router weighs it
     * @param c {@code C}, {@code [B, n, d]}
     */
    private record Fused(NDArray t, Optional<Pictures> pictures, Optional<View> view, Optional<NDArray> g, NDArray c) {}

    /** Eq. 2 to 10. */
    private Fused fuse(NDManager manager, List<HvformerExample> batch, boolean training) {
        PostBatch posts =
                PostBatch.of(manager, batch.stream().map(HvformerExample::post).toList(), config.slots());
        NDList states = text.states(posts.ids(), posts.mask(), training);
        NDArray t = states.get(states.size() - 1);
        Optional<View> view = posts.pictures()
                .map(p -> View.of(image.orElseThrow().states(p.pixels(), training), config.levels(), p));
        List<NDArray> contexts = new ArrayList<>();
        List<NDArray> fused = new ArrayList<>();
        for (VisualExpert expert : experts) {
            if (view.isPresent()) {
                contexts.add(expert.context(t, view.get()));
                fused.add(expert.fuse(t, contexts.get(contexts.size() - 1), view.get()));
            } else {
                fused.add(t);
            }
        }
        Optional<NDArray> g = view.isPresent()
                ? router.map(r -> r.weigh(t, contexts, view.get().visible()))
                : Optional.empty();
        NDArray c = g.map(weights -> ExpertRouter.mix(t, fused, weights))
                .orElseGet(() -> joined.map(j -> j.apply(t, fused)).orElse(t));
        return new Fused(t, posts.pictures(), view, g, c);
    }

    /** Eq. 11: {@code [B, R]}. */
    private NDArray logits(NDManager manager, List<HvformerExample> batch, boolean training) {
        NDArray c = fuse(manager, batch, training).c();
        long length = c.getShape().get(1);
        long d = c.getShape().get(2);
        long[] subjects = new long[batch.size()];
        long[] objects = new long[batch.size()];
        for (int b = 0; b < subjects.length; b++) {
            subjects[b] = b * length + batch.get(b).markers().head();
            objects[b] = b * length + batch.get(b).markers().tail();
        }
        NDArray rows = c.reshape(-1, d);
        NDArray pair =
                Functions.rows(rows, manager.create(subjects)).concat(Functions.rows(rows, manager.create(objects)), 1);
        return decoder.apply(Functions.dropout(pair, config.dropout(), training));
    }

    /** Eq. 12, the mean over the batch. */
    @Override
    public NDArray loss(NDManager scratch, List<HvformerExample> batch) {
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
    public float[][] scores(List<HvformerExample> batch) {
        if (batch.isEmpty()) {
            return new float[0][];
        }
        try (NDManager manager = manager().newSubManager()) {
            return rows(logits(manager, batch, false));
        }
    }

    /**
     * How the original patches reach each word (eq. 13 to 18), at every level that an expert reads; none for an example
     * without anything to see. Slot 0 is the whole picture's, also when the example has only objects; no word attends to
     * a slot that is empty.
     */
    public TrackingMaps tracking(HvformerExample example) {
        try (NDManager manager = manager().newSubManager()) {
            return tracking(fuse(manager, List.of(example), false));
        }
    }

    private TrackingMaps tracking(Fused fused) {
        return fused.view()
                .map(view -> new Tracker(config, image.orElseThrow(), experts)
                        .track(fused.t(), view, fused.pictures().orElseThrow()))
                .orElseGet(() -> new TrackingMaps(List.of()));
    }

    /**
     * The text's weight is the text-only expert's, half from each start marker and given to the mention behind it; the
     * rest is the visual experts', given to the pictures by their tracking maps. Gates are the experts' weights, the mean
     * of both start markers, called {@code text} and {@code layer l}. Without router all experts count the same. The map
     * is that of the whole picture at both start markers, the mean over heads, its levels weighed by their experts. All
     * are those of the example, whichever relation it is.
     *
     * @param pair 0, for an example is one pair
     */
    @Override
    public Evidence evidence(HvformerExample example, int pair, int relation) {
        if (pair != 0 || relation < 0 || relation >= config.relations()) {
            throw new IllegalArgumentException(
                    "the example has no pair " + pair + " or the network no relation " + relation);
        }
        try (NDManager manager = manager().newSubManager()) {
            Fused fused = fuse(manager, List.of(example), false);
            int count = fused.view().isPresent() ? experts.size() + 1 : 1;
            double[][] weights = new double[2][count];
            int[] markers = {example.markers().head(), example.markers().tail()};
            Optional<float[]> g = fused.g().map(NDArray::toFloatArray);
            for (int i = 0; i < 2; i++) {
                for (int e = 0; e < count; e++) {
                    weights[i][e] = g.isPresent() ? g.get()[markers[i] * count + e] : 1.0 / count;
                }
            }
            return new HvformerEvidence(config, example.post(), weights, tracking(fused)).evidence(g.isPresent());
        }
    }
}
