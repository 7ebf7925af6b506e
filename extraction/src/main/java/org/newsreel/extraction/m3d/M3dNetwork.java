package org.newsreel.extraction.m3d;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsreel.extraction.encoder.TextEncoder;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.EntityTagger;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.WeightedNetwork;

/**
 * M3D's hierarchical network: entities, chains and relations of a document and regions of its frames, with one modality
 * missing if need be. Reading is thread safe on threads that infer; training is for one thread.
 */
public final class M3dNetwork extends WeightedNetwork<M3dExample>
        implements RelationClassifier<M3dExample>, EntityTagger<M3dExample> {
    /** The column of scores that stands for no relation. */
    public static final int NONE = 0;

    private final M3dConfig config;
    private final TextEncoder text;
    private final Optional<VitEncoder> image;
    private final Hierarchy hierarchy;
    private final Heads heads;
    private long epoch;

    /** A network at random on a device. */
    public M3dNetwork(M3dConfig config, Device device) {
        this(config, device, Weights::new);
    }

    /** A network whose parameters have no values yet, for a checkpoint to be loaded into. */
    public static M3dNetwork unfilled(M3dConfig config, Device device) {
        return new M3dNetwork(config, device, Weights::unfilled);
    }

    private M3dNetwork(M3dConfig config, Device device, Function<NDManager, Weights> made) {
        super(device, made);
        this.config = config;
        try {
            Weights weights = weights();
            text = owned(config.text().encoder(weights.in("text")));
            boolean pictures = config.parts().pictures();
            image = pictures
                    ? Optional.of(owned(new VitEncoder(config.image(), weights.in("image"))))
                    : Optional.empty();
            boolean levels = config.parts().hierarchy();
            hierarchy = new Hierarchy(
                    config, new TextReader(text, levels), image.map(i -> new PictureReader(i, levels)), weights);
            heads = Heads.of(weights, config);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public M3dConfig config() {
        return config;
    }

    /** For loading a checkpoint. */
    public TextEncoder textEncoder() {
        return text;
    }

    /** For loading a checkpoint; empty when no pictures are read. */
    public Optional<VitEncoder> imageEncoder() {
        return image;
    }

    /**
     * From now on training takes modalities away as in this epoch. Without it every example misses the same modality in
     * all epochs, as in the paper.
     */
    public void startEpoch(long number) {
        epoch = number;
    }

    /** Eq. 24, after modalities have been taken away as {@link M3dConfig#missing()} says. */
    @Override
    public NDArray loss(NDManager scratch, List<M3dExample> batch) {
        Missing missing = config.parts().pictures() ? config.missing() : Missing.none();
        return loss(scratch, batch.stream().map(e -> missing.seen(e, epoch)).toList(), true);
    }

    /** Eq. 24 of examples as they are. */
    NDArray loss(NDManager scratch, List<M3dExample> examples, boolean training) {
        Batch batch = new Batch(examples, config.parts().pictures());
        return M3dLoss.of(config, heads, batch, hierarchy.features(scratch, batch, training), training);
    }

    private Inference infer(NDManager scratch, List<M3dExample> examples) {
        Batch batch = new Batch(examples, config.parts().pictures());
        return new Inference(config, heads, batch, hierarchy.features(scratch, batch, false));
    }

    private static List<List<M3dExample.Mention>> mentions(List<M3dExample> examples) {
        return examples.stream().map(M3dExample::mentions).toList();
    }

    @Override
    public int[][] tags(List<M3dExample> batch) {
        try (NDManager scratch = manager().newSubManager()) {
            return infer(scratch, batch).tags();
        }
    }

    /** The chains of the examples' own mentions, whatever chains they are in. Thread safe on threads that infer. */
    public List<List<M3dExample.Mention>> chains(List<M3dExample> batch) {
        try (NDManager scratch = manager().newSubManager()) {
            return infer(scratch, batch).chained(mentions(batch));
        }
    }

    /** Logits of {@link M3dExample#pairs()} of the examples' own chains; column {@link #NONE} is no relation. */
    @Override
    public float[][] scores(List<M3dExample> batch) {
        try (NDManager scratch = manager().newSubManager()) {
            List<float[]> rows = new ArrayList<>();
            for (float[][] example : infer(scratch, batch).relations(mentions(batch))) {
                rows.addAll(List.of(example));
            }
            return rows.toArray(float[][]::new);
        }
    }

    /** Chains, relations and regions with the examples' own mentions and chains given, as the paper measures them. */
    public List<M3dReading> readGiven(List<M3dExample> batch) {
        try (NDManager scratch = manager().newSubManager()) {
            Inference inference = infer(scratch, batch);
            List<List<M3dExample.Mention>> chained = inference.chained(mentions(batch));
            return readings(chained, mentions(batch), inference);
        }
    }

    /** All that is to be found, nothing given. Thread safe on threads that infer. */
    public List<M3dReading> read(List<M3dExample> batch) {
        try (NDManager scratch = manager().newSubManager()) {
            Inference inference = infer(scratch, batch);
            List<List<M3dExample.Mention>> found = new ArrayList<>();
            for (int[] tags : inference.tags()) {
                found.add(Tags.mentions(tags));
            }
            List<List<M3dExample.Mention>> chained = inference.chained(found);
            return readings(chained, chained, inference);
        }
    }

    /** @param related the mentions whose chains relations are between */
    private static List<M3dReading> readings(
            List<List<M3dExample.Mention>> chained, List<List<M3dExample.Mention>> related, Inference inference) {
        float[][][] logits = inference.relations(related);
        List<List<List<M3dReading.FoundRegion>>> regions = inference.regions();
        List<M3dReading> readings = new ArrayList<>();
        for (int i = 0; i < chained.size(); i++) {
            readings.add(new M3dReading(
                    chained.get(i),
                    Decoder.relations(MentionStates.chains(related.get(i)), logits[i]),
                    regions.get(i)));
        }
        return readings;
    }

    /** What {@link M3dEvidence} says. */
    @Override
    public Evidence evidence(M3dExample example, int pair, int relation) {
        List<M3dExample.Pair> pairs = example.pairs();
        if (pair < 0 || pair >= pairs.size() || relation < 0 || relation > config.relations()) {
            throw new IllegalArgumentException("document " + example.id() + " has no pair " + pair + " of "
                    + pairs.size() + " with relation " + relation);
        }
        try (NDManager scratch = manager().newSubManager()) {
            List<M3dExample> one = List.of(example);
            Inference inference = infer(scratch, one);
            List<double[]> contributions = M3dEvidence.contributions(
                    heads.relations(), inference.features(), example, pairs.get(pair), relation);
            return M3dEvidence.of(
                    example,
                    contributions,
                    hierarchy.looks(scratch, example),
                    inference.regions().get(0),
                    config.image().patchesAcross());
        }
    }
}
