package org.newsreel.extraction.dgfpt;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.ToIntFunction;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.extraction.network.WeightedNetwork;

/**
 * DGF-PT (Li et al., ACL 2023): one relation for two marked mentions of a sentence with a picture. Objects, picture and
 * text go through a language model stage by stage; two gates say how far objects and picture are let into the text; the
 * types of both mentions are decoded first and restrict the relation.
 *
 * <p>Every example is one pair. Inference may run on several threads.
 */
public final class DgfPtNetwork extends WeightedNetwork<DgfPtExample> implements RelationClassifier<DgfPtExample> {
    private static final long IGNORED = -100;

    private final DgfPtConfig config;
    private final StagedEncoder encoder;
    private final DualGatedFusion fusion;
    private final GenerativeDecoder decoder;

    /** A network with random weights. */
    public DgfPtNetwork(DgfPtConfig config, Device device) {
        super(device, Weights::new);
        this.config = config;
        try {
            Weights weights = weights();
            encoder = owned(new StagedEncoder(config, weights));
            fusion = new DualGatedFusion(config, weights.in("fusion"));
            decoder = new GenerativeDecoder(config, weights.in("decoder"));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public DgfPtConfig config() {
        return config;
    }

    @Override
    public boolean frozen(String parameter) {
        return config.frozen() && pretrained(parameter);
    }

    /** Eq. 14. */
    @Override
    public NDArray loss(NDManager scratch, List<DgfPtExample> batch) {
        return loss(scratch, batch, true);
    }

    NDArray loss(NDManager scratch, List<DgfPtExample> batch, boolean training) {
        DgfPtConfig.Losses scale = config.losses();
        Understood understood = encoder.apply(scratch, BatchLayout.of(config, batch), training);
        DualGatedFusion.Fused fused = fusion.apply(scratch, understood, training);
        GenerativeDecoder.Given given =
                new GenerativeDecoder.Given(ints(batch, DgfPtExample::headType), ints(batch, DgfPtExample::tailType));
        GenerativeDecoder.Decoded decoded =
                decoder.apply(scratch, read(scratch, understood, fused.text()), given, training);
        // Eq. 13
        NDArray loss = Functions.scale(
                Functions.crossEntropy(decoded.relations(), gold(scratch, batch, DgfPtExample::relation)),
                scale.relation());
        if (scale.types() > 0) {
            loss = typeLoss(loss, decoded.heads(), given.heads());
            loss = typeLoss(loss, decoded.tails(), given.tails());
        }
        boolean changed = fused.added().isPresent() || understood.caption().isPresent();
        if (changed && scale.consistency() > 0) {
            NDArray before = decoder.apply(scratch, read(scratch, understood, understood.text()), given, training)
                    .relations();
            loss = loss.add(Functions.scale(JointLoss.consistency(decoded.relations(), before), scale.consistency()));
        }
        if (changed && scale.identity() > 0) {
            Rows rows = understood.layout().states().get(Stage.TEXT);
            NDArray x = DualGatedFusion.mean(rows, understood.text());
            NDArray y = DualGatedFusion.mean(rows, fused.text());
            loss = loss.add(Functions.scale(JointLoss.identity(x, y, scale.margin()), scale.identity()));
        }
        return loss;
    }

    /** Adds the cross entropy of annotated types; a batch without any adds nothing. */
    private NDArray typeLoss(NDArray loss, NDArray logits, int[] types) {
        long[] gold = new long[types.length];
        boolean any = false;
        for (int i = 0; i < types.length; i++) {
            gold[i] = types[i] < 0 ? IGNORED : types[i];
            any |= types[i] >= 0;
        }
        if (!any) {
            return loss;
        }
        NDArray one = Functions.crossEntropy(logits, logits.getManager().create(gold));
        return loss.add(Functions.scale(one, config.losses().types()));
    }

    private static int[] ints(List<DgfPtExample> batch, ToIntFunction<DgfPtExample> of) {
        return batch.stream().mapToInt(of).toArray();
    }

    private static NDArray gold(NDManager manager, List<DgfPtExample> batch, ToIntFunction<DgfPtExample> of) {
        return manager.create(batch.stream().mapToLong(of::applyAsInt).toArray());
    }

    /** What eq. 13 conditions on: text, picture and both mentions. */
    private static GenerativeDecoder.Read read(NDManager manager, Understood understood, NDArray text) {
        BatchLayout layout = understood.layout();
        NDArray memory = text;
        NDArray bias = layout.states().get(Stage.TEXT).bias(manager);
        if (understood.image().isPresent()) {
            memory = memory.concat(understood.image().get(), 1);
            bias = bias.concat(layout.states().get(Stage.IMAGE).bias(manager), 3);
        }
        NDArray flat = text.reshape(-1, text.getShape().get(2));
        return new GenerativeDecoder.Read(
                memory,
                bias,
                layout.headStates().mean(flat),
                layout.tailStates().mean(flat));
    }

    private GenerativeDecoder.Decoded decode(NDManager scratch, List<DgfPtExample> batch) {
        Understood understood = encoder.apply(scratch, BatchLayout.of(config, batch), false);
        NDArray text = fusion.apply(scratch, understood, false).text();
        GenerativeDecoder.Given nothing = GenerativeDecoder.Given.nothing(batch.size());
        return decoder.apply(scratch, read(scratch, understood, text), nothing, false);
    }

    @Override
    public float[][] scores(List<DgfPtExample> batch) {
        if (batch.isEmpty()) {
            return new float[0][];
        }
        try (NDManager scratch = manager().newSubManager()) {
            return rows(decode(scratch, batch).relations());
        }
    }

    /** The likeliest types of head and tail, {@code [B][2]}. Thread safe on threads that infer. */
    public int[][] types(List<DgfPtExample> batch) {
        if (batch.isEmpty()) {
            return new int[0][];
        }
        try (NDManager scratch = manager().newSubManager()) {
            GenerativeDecoder.Decoded decoded = decode(scratch, batch);
            long[] heads = decoded.heads().argMax(1).toLongArray();
            long[] tails = decoded.tails().argMax(1).toLongArray();
            int[][] types = new int[batch.size()][];
            for (int b = 0; b < types.length; b++) {
                types[b] = new int[] {(int) heads[b], (int) tails[b]};
            }
            return types;
        }
    }

    /**
     * What the pair rests on: the text's pieces, the objects and the picture. The gates are {@code image-relevance}, the
     * mean of {@code γ}'s magnitudes, and {@code object-importance}, the objects' share of what the two gates let in. It
     * is the same for all relations.
     *
     * @param pair 0, as an example has one pair
     */
    @Override
    public Evidence evidence(DgfPtExample example, int pair, int relation) {
        if (pair != 0) {
            throw new IllegalArgumentException("an example has one pair, not one at " + pair);
        }
        try (NDManager scratch = manager().newSubManager()) {
            Understood understood = encoder.apply(scratch, BatchLayout.of(config, List.of(example)), false);
            DualGatedFusion.Fused fused = fusion.apply(scratch, understood, false);
            NDArray looked = decoder.apply(
                            scratch, read(scratch, understood, fused.text()), GenerativeDecoder.Given.nothing(1), false)
                    .looked();
            return Contributions.of(understood, fused, looked, config).evidence(example);
        }
    }
}
