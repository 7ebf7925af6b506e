package org.newsreel.extraction.mdocre;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.WeightedNetwork;

/**
 * MDocRE's hierarchical network: relations between entities of a document with its video. Reading is thread safe on
 * threads that infer; training is for one thread.
 */
public final class MdocreNetwork extends WeightedNetwork<MdocreExample> implements RelationClassifier<MdocreExample> {
    /** The column of scores that stands for no relation. */
    public static final int NONE = 0;

    private final MdocreConfig config;
    private final BertEncoder text;
    private final MdocreEncoder encoder;
    private final MentionGate gate;
    private final PairHead head;
    private boolean textFrozen;

    /** A network at random on a device, all of whose parameters train. */
    public MdocreNetwork(MdocreConfig config, Device device) {
        this(config, device, Weights::new);
    }

    /** A network whose parameters have no values yet, for a checkpoint to be loaded into. */
    public static MdocreNetwork unfilled(MdocreConfig config, Device device) {
        return new MdocreNetwork(config, device, Weights::unfilled);
    }

    private MdocreNetwork(MdocreConfig config, Device device, Function<NDManager, Weights> made) {
        super(device, made);
        this.config = config;
        try {
            Weights weights = weights();
            text = owned(new BertEncoder(config.text(), config.layout(), weights.in("text")));
            encoder = new MdocreEncoder(config, text, weights);
            gate = MentionGate.of(weights.in("gate"), config);
            head = PairHead.of(weights.in("pair"), config);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public MdocreConfig config() {
        return config;
    }

    /** For loading a checkpoint. */
    public BertEncoder textEncoder() {
        return text;
    }

    /**
     * Chooses the stage of training, which decides what is {@link #frozen}.
     *
     * @param number 1: the text encoder keeps its values; 2: all parameters train
     */
    public void stage(int number) {
        if (number != 1 && number != 2) {
            throw new IllegalArgumentException("training has stages 1 and 2, not " + number);
        }
        textFrozen = number == 1;
    }

    @Override
    public boolean frozen(String parameter) {
        return textFrozen && pretrained(parameter);
    }

    /** Mean cross entropy over pairs; the paper does not write it down. */
    @Override
    public NDArray loss(NDManager scratch, List<MdocreExample> batch) {
        return loss(scratch, batch, true);
    }

    NDArray loss(NDManager scratch, List<MdocreExample> examples, boolean training) {
        Batch batch = new Batch(examples, config.parts().pictures());
        long[] gold = batch.sorted().stream()
                .flatMap(e -> e.pairs().stream())
                .mapToLong(MdocreExample.Pair::relation)
                .toArray();
        if (gold.length == 0) {
            throw new IllegalArgumentException("a batch has no pairs to learn from");
        }
        MentionTable table = MentionTable.of(batch);
        NDArray logits = head.logits(gated(scratch, batch, table, training).entities(), training);
        return Functions.crossEntropy(logits, scratch.create(gold));
    }

    private MentionGate.Gated gated(NDManager scratch, Batch batch, MentionTable table, boolean training) {
        return gate.apply(table.states(encoder.encode(scratch, batch, training)), table);
    }

    /** Logits of the examples' own pairs, in their order; column {@link #NONE} is no relation. */
    @Override
    public float[][] scores(List<MdocreExample> examples) {
        Batch batch = new Batch(examples, config.parts().pictures());
        MentionTable table = MentionTable.of(batch);
        List<float[]> rows = new ArrayList<>();
        if (table.pairs() == 0) {
            return new float[0][];
        }
        int classes = config.relations() + 1;
        float[] logits;
        try (NDManager scratch = manager().newSubManager()) {
            logits = head.logits(gated(scratch, batch, table, false).entities(), false)
                    .toFloatArray();
        }
        int[] first = new int[examples.size() + 1];
        for (int b = 0; b < examples.size(); b++) {
            first[b + 1] = first[b] + batch.sorted().get(b).pairs().size();
        }
        for (int i = 0; i < examples.size(); i++) {
            int b = batch.place(i);
            for (int p = first[b]; p < first[b + 1]; p++) {
                rows.add(Arrays.copyOfRange(logits, p * classes, (p + 1) * classes));
            }
        }
        return rows.toArray(float[][]::new);
    }

    /**
     * The mention gate's weights, those of the subject's mentions and those of the object's each renormalised to one half.
     * Mentions that the gate does not weigh have equal weights. The gate {@code video} is what mentions in the video have
     * together, in [0, 1]. The evidence is the same for all relations of a pair.
     */
    @Override
    public Evidence evidence(MdocreExample example, int pair, int relation) {
        if (pair < 0 || pair >= example.pairs().size() || relation < 0 || relation > config.relations()) {
            throw new IllegalArgumentException(
                    "there is no pair " + pair + " of " + example.pairs().size() + " with relation " + relation);
        }
        MdocreExample.Pair asked = example.pairs().get(pair);
        MdocreExample one = new MdocreExample(
                example.pieces(), example.words(), example.frames(), example.entities(), List.of(asked));
        Batch batch = new Batch(List.of(one), config.parts().pictures());
        MentionTable table = MentionTable.of(batch);
        float[] share;
        try (NDManager scratch = manager().newSubManager()) {
            share = gated(scratch, batch, table, false).weights().toFloatArray();
        }
        return evidence(one, asked, table.parts(0), share);
    }

    private static Evidence evidence(MdocreExample example, MdocreExample.Pair pair, int[] parts, float[] share) {
        double[] sum = new double[2];
        for (int i = 0; i < parts.length; i++) {
            sum[parts[i] % 2] += share[i];
        }
        // An entity that is only seen where nothing is read has no weight, and the other's mentions are all there is.
        double each = sum[0] > 0 && sum[1] > 0 ? 0.5 : 1;
        List<MdocreExample.TextMention> texts =
                new ArrayList<>(example.subject(pair).texts());
        texts.addAll(example.object(pair).texts());
        List<MdocreExample.VisualMention> visuals =
                new ArrayList<>(example.subject(pair).visuals());
        visuals.addAll(example.object(pair).visuals());
        List<Evidence.TextShare> words = new ArrayList<>();
        List<Evidence.RegionShare> regions = new ArrayList<>();
        double video = 0;
        for (int i = 0; i < parts.length; i++) {
            double weight = each * share[i] / sum[parts[i] % 2];
            if (parts[i] < 2) {
                MdocreExample.TextMention mention = texts.get(i);
                words.add(new Evidence.TextShare(mention.from(), mention.to(), weight));
            } else {
                MdocreExample.VisualMention mention = visuals.get(i - texts.size());
                regions.add(new Evidence.RegionShare(mention.frame(), mention.object(), weight));
                video += weight;
            }
        }
        return new Evidence(words, regions, Map.of("video", Math.min(1, video)), Optional.empty());
    }
}
