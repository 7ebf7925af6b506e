package org.newsreel.extraction.text;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.WordEncoder;
import org.newsreel.extraction.encoder.WordStates;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.extraction.layer.ScriptBlock;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.ontology.claim.EntityType;

/**
 * The encoder with its heads, one method per equation. Arrays that a method returns belong to the manager it was given.
 * Inference may run in several threads; training in one.
 */
public final class TextNetwork implements AutoCloseable {
    private static final Initializer LINEAR = new XavierInitializer();
    private static final Initializer SMALL = new NormalInitializer(0.02f);
    private static final String CRF = "crf.";

    private final TextNetworkConfig config;
    private final NDManager root;
    private final ParameterStore store;
    private final BertEncoder encoder;
    private final WordEncoder words;
    private final TorchOps ops;
    private final ScriptBlock mentions;
    private final ScriptBlock links;
    private final ScriptBlock gate;
    private final ScriptBlock pairs;
    private final Map<String, SpaceHeads> spaces = new LinkedHashMap<>();
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** The heads that one label space has for itself. */
    private record SpaceHeads(TagSet tags, ScriptBlock emissions, ScriptBlock crf, ScriptBlock relations) {}

    /** A network with random weights; seed the engine before for the same ones again. */
    public TextNetwork(TextNetworkConfig config, Precision precision, Device device) {
        this.config = config;
        int d = config.encoder().hiddenSize();
        int m = config.mentionSize();
        int e = config.relationSize();
        root = NDManager.newBaseManager(device, "PyTorch");
        store = new ParameterStore(root, false);
        encoder = new BertEncoder(config.encoder(), precision);
        words = new WordEncoder(encoder);
        ops = TorchOps.of(TextScript.methods(config));
        mentions = new ScriptBlock(ops, "mentions")
                .with("mentions.weight", LINEAR, m, 3L * d)
                .with("mentions.bias", Initializer.ZEROS, m)
                .with("mentions.types", SMALL, EntityType.values().length, m);
        links = new ScriptBlock(ops, "links")
                .with("links.query", LINEAR, m, m)
                .with("links.key", LINEAR, m, m)
                .with("links.hidden.weight", LINEAR, config.linkHidden(), config.linkMaps() + LinkFeatures.COUNT)
                .with("links.hidden.bias", Initializer.ZEROS, config.linkHidden())
                .with("links.out.weight", LINEAR, 1, config.linkHidden())
                .with("links.out.bias", Initializer.ZEROS, 1);
        gate = new ScriptBlock(ops, "gate")
                .with("relations.gate.query", LINEAR, m, m)
                .with("relations.gate.key", LINEAR, m, m)
                .with("relations.gate.distance", SMALL, MentionDistance.STEPS, 1);
        pairs = new ScriptBlock(ops, "pairs")
                .with("relations.subject.weight", LINEAR, e, m + 2L * d)
                .with("relations.subject.bias", Initializer.ZEROS, e)
                .with("relations.object.weight", LINEAR, e, m + 2L * d)
                .with("relations.object.bias", Initializer.ZEROS, e);
        List<Block> blocks = new ArrayList<>(List.of(encoder, mentions, links, gate, pairs));
        for (LabelSpace space : config.spaces()) {
            SpaceHeads heads = heads(space);
            spaces.put(space.name(), heads);
            blocks.addAll(List.of(heads.emissions(), heads.crf(), heads.relations()));
        }
        Shape any = new Shape(1, 1);
        for (Block block : blocks) {
            block.initialize(root, DataType.FLOAT32, any, any, any);
            byName.putAll(block instanceof ScriptBlock head ? head.byName() : encoder.byName());
        }
    }

    private SpaceHeads heads(LabelSpace space) {
        TagSet tags = new TagSet(space.types());
        String prefix = space.name() + ".";
        int k = tags.size();
        // One row more than types: the threshold class.
        int r = space.relations().size() + 1;
        return new SpaceHeads(
                tags,
                new ScriptBlock(ops, "emissions")
                        .with(
                                prefix + "entities.weight",
                                LINEAR,
                                k,
                                config.encoder().hiddenSize())
                        .with(prefix + "entities.bias", Initializer.ZEROS, k),
                new ScriptBlock(ops, "crf_loss")
                        .with(prefix + CRF + "transitions", SMALL, k, k)
                        .with(prefix + CRF + "start", Initializer.ZEROS, k)
                        .with(prefix + CRF + "end", Initializer.ZEROS, k),
                new ScriptBlock(ops, "scores")
                        .with(
                                prefix + "relations.weight",
                                LINEAR,
                                r,
                                (long) config.relationSize() * config.relationBlock())
                        .with(prefix + "relations.bias", Initializer.ZEROS, r));
    }

    public TextNetworkConfig config() {
        return config;
    }

    /** The tags of a label space. */
    public TagSet tags(String space) {
        return spaces.get(space).tags();
    }

    /** All parameters by name: the encoder's as published, then the heads'. */
    public Map<String, Parameter> byName() {
        return java.util.Collections.unmodifiableMap(byName);
    }

    public BertEncoder encoder() {
        return encoder;
    }

    /** Where the parameters live; make a sub-manager of it for one call or step. */
    public NDManager manager() {
        return root;
    }

    /** Whether a text can be trained on in one window. */
    public boolean fits(Words text) {
        return words.fits(text);
    }

    /** Hidden states for training: all words of several texts, one text after the other. */
    public WordStates trainingStates(NDManager manager, List<Words> texts) {
        WordStates states = words.encodeTogether(manager, store, texts, true);
        return new WordStates(ops.apply(manager, "drop", states.last()), states.below());
    }

    /** Hidden states of the words {@code [from, to)}. */
    public WordStates states(NDManager manager, Words text, int from, int to) {
        return words.encode(manager, store, text, from, to);
    }

    /** M3D eq. 15, the linear layer under the CRF of a label space. states: [N, d] -> [N, tags]. */
    public NDArray emissions(NDManager manager, String space, NDArray states, boolean training) {
        return spaces.get(space).emissions().run(manager, store, training, states);
    }

    /** Rows of a flat array laid out by index. rows: [N, k], index: [B, S] -> [B, S, k]. */
    public NDArray grid(NDManager manager, NDArray rows, NDArray index) {
        return ops.apply(manager, "grid", rows, index);
    }

    /** M3D eq. 15: negative log-likelihood of each row's tags. emissions: [B, S, tags], tags: [B, S] -> [B]. */
    public NDArray crfLoss(NDManager manager, String space, NDArray scores, NDArray gold, NDArray mask) {
        TagSet tags = tags(space);
        int k = tags.size();
        return spaces.get(space)
                .crf()
                .run(
                        manager,
                        store,
                        true,
                        scores,
                        gold,
                        mask,
                        manager.create(tags.transitionPenalties(), new Shape(k, k)),
                        manager.create(tags.startPenalties()));
    }

    /** Mention vectors. states: [N, d]; start, end (exclusive), type: [M] -> [M, m]. */
    public NDArray mentions(NDManager manager, NDArray states, MentionBatch batch, boolean training) {
        return mentions.run(
                manager,
                store,
                training,
                states,
                manager.create(batch.starts()),
                manager.create(batch.ends()),
                manager.create(batch.types()));
    }

    /** M3D eq. 16: logits that two mentions name one entity. vectors: [M, m] -> [P]. */
    public NDArray links(NDManager manager, NDArray vectors, LinkBatch batch, boolean training) {
        return links.run(
                manager,
                store,
                training,
                vectors,
                manager.create(batch.first()),
                manager.create(batch.second()),
                manager.create(batch.features(), new Shape(batch.size(), LinkFeatures.COUNT)));
    }

    /** The mention gate: each chain pair's weights over its pairs of mentions. vectors: [M, m] -> [P, K]. */
    public NDArray gate(NDManager manager, NDArray vectors, RelationBatch batch, boolean training) {
        Shape shape = batch.shape();
        return gate.run(
                manager,
                store,
                training,
                vectors,
                manager.create(batch.subjects(), shape),
                manager.create(batch.objects(), shape),
                manager.create(batch.steps(), shape),
                manager.create(batch.mask(), shape));
    }

    /**
     * Localized context pooling (Zhou et al. 2021, ATLOP, eq. 11 and 12) over words: what the last layer's attention of
     * both chains' mentions, weighed by the mention gate, looks at in common. -> [P, d].
     */
    NDArray context(
            NDManager manager,
            WordStates states,
            MentionBatch batch,
            RelationBatch chainPairs,
            List<TextPart> parts,
            NDArray weights,
            boolean training) {
        NDList contexts = new NDList();
        int k = chainPairs.width();
        for (TextPart part : parts) {
            if (part.pairs() == 0) {
                continue;
            }
            boolean whole = parts.size() == 1;
            NDArray last = whole ? states.last() : rows(manager, states.last(), part.row(), part.words());
            NDArray below = whole ? states.below() : rows(manager, states.below(), part.row(), part.words());
            NDArray alpha = whole ? weights : rows(manager, weights, part.pair(), part.pairs());
            Shape shape = new Shape(part.pairs(), k);
            contexts.add(ops.apply(
                    manager,
                    "context",
                    last,
                    below,
                    manager.create(shifted(batch.starts(), part.mention(), part.mentions(), part.row())),
                    manager.create(
                            shifted(chainPairs.subjects(), part.pair() * k, part.pairs() * k, part.mention()), shape),
                    manager.create(
                            shifted(chainPairs.objects(), part.pair() * k, part.pairs() * k, part.mention()), shape),
                    alpha,
                    lastLayer(manager, "query.weight", training),
                    lastLayer(manager, "query.bias", training),
                    lastLayer(manager, "key.weight", training),
                    lastLayer(manager, "key.bias", training)));
        }
        return contexts.size() == 1 ? contexts.head() : NDArrays.concat(contexts);
    }

    private NDArray rows(NDManager manager, NDArray array, int from, int count) {
        long[] index = new long[count];
        for (int i = 0; i < count; i++) {
            index[i] = (long) from + i;
        }
        return ops.apply(manager, "rows", array, manager.create(index));
    }

    private static long[] shifted(long[] values, int from, int count, int minus) {
        long[] some = new long[count];
        for (int i = 0; i < count; i++) {
            some[i] = values[from + i] - minus;
        }
        return some;
    }

    private NDArray lastLayer(NDManager manager, String name, boolean training) {
        Parameter parameter =
                byName.get("encoder.layer." + (config.encoder().layers() - 1) + ".attention.self." + name);
        return store.getValue(parameter, manager.getDevice(), training);
    }

    /** M3D eq. 17 up to the relation types' own weights: products of what stands for both chains. -> [P, products]. */
    public NDArray pairs(
            NDManager manager,
            NDArray vectors,
            WordStates states,
            MentionBatch mentionBatch,
            RelationBatch batch,
            List<TextPart> parts,
            NDArray weights,
            boolean training) {
        Shape shape = batch.shape();
        return pairs.run(
                manager,
                store,
                training,
                vectors,
                states.last(),
                manager.create(batch.subjects(), shape),
                manager.create(batch.objects(), shape),
                manager.create(batch.from(), shape),
                manager.create(batch.to(), shape),
                manager.create(batch.near(), shape),
                weights,
                context(manager, states, mentionBatch, batch, parts, weights, training));
    }

    /** M3D eq. 17: scores of a label space's relation types and, last, of the threshold class. -> [P, R + 1]. */
    public NDArray relations(NDManager manager, String space, NDArray pairs, boolean training) {
        return spaces.get(space).relations().run(manager, store, training, pairs);
    }

    /**
     * Adaptive-threshold loss (Zhou et al. 2021, ATLOP, eq. 14 to 16): each relation that holds must score above the
     * threshold class, which must score above each that surely does not hold; a type that is neither counts nowhere.
     *
     * @param scores [P, R + 1]
     * @param gold [P, R], 1 where a relation holds
     * @param negative [P, R], 1 where one surely does not
     * @return [P]
     */
    public NDArray relationLoss(NDManager manager, NDArray scores, NDArray gold, NDArray negative) {
        return ops.apply(manager, "threshold_loss", scores, gold, negative);
    }

    /** Weighted sum of binary cross entropies. All three arrays have one shape -> []. */
    public NDArray binaryLoss(NDManager manager, NDArray logits, NDArray gold, NDArray weight) {
        return ops.apply(manager, "bce", logits, gold, weight);
    }

    /** A label space's CRF scores for decoding, constraints included. */
    public CrfScores crfScores(String space) {
        TagSet tags = tags(space);
        String prefix = space + "." + CRF;
        float[] transitions = byName.get(prefix + "transitions").getArray().toFloatArray();
        float[] start = byName.get(prefix + "start").getArray().toFloatArray();
        float[] end = byName.get(prefix + "end").getArray().toFloatArray();
        float[] forbidden = tags.transitionPenalties();
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] += forbidden[i];
        }
        float[] forbiddenStart = tags.startPenalties();
        for (int i = 0; i < start.length; i++) {
            start[i] += forbiddenStart[i];
        }
        return new CrfScores(transitions, start, end);
    }

    @Override
    public void close() {
        words.close();
        encoder.close();
        ops.close();
        root.close();
    }
}
