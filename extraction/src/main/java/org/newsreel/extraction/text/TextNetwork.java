package org.newsreel.extraction.text;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.ScriptBlock;
import org.newsreel.extraction.encoder.TorchOps;
import org.newsreel.extraction.encoder.WordEncoder;
import org.newsreel.extraction.encoder.Words;

/**
 * The encoder with its heads, one method per equation. Arrays that a method returns belong to the manager it was given.
 * Inference may run in several threads; training in one.
 */
public final class TextNetwork implements AutoCloseable {
    private static final Initializer LINEAR = new XavierInitializer();
    private static final Initializer SMALL = new NormalInitializer(0.02f);

    private final TextNetworkConfig config;
    private final TagSet tags;
    private final NDManager root;
    private final ParameterStore store;
    private final BertEncoder encoder;
    private final WordEncoder words;
    private final TorchOps ops;
    private final ScriptBlock emissions;
    private final ScriptBlock crf;
    private final ScriptBlock mentions;
    private final ScriptBlock links;
    private final ScriptBlock gate;
    private final ScriptBlock relations;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** A network with random weights; seed the engine before for the same ones again. */
    public TextNetwork(TextNetworkConfig config, Precision precision, Device device) {
        this.config = config;
        this.tags = new TagSet(config.types());
        int d = config.encoder().hiddenSize();
        int m = config.mentionSize();
        int e = config.relationSize();
        int k = tags.size();
        int r = config.relations().size();
        root = NDManager.newBaseManager(device, "PyTorch");
        store = new ParameterStore(root, false);
        encoder = new BertEncoder(config.encoder(), precision);
        words = new WordEncoder(encoder);
        ops = TorchOps.of(TextScript.methods(config));
        emissions = new ScriptBlock(ops, "emissions")
                .with("entities.weight", LINEAR, k, d)
                .with("entities.bias", Initializer.ZEROS, k);
        crf = new ScriptBlock(ops, "crf_loss")
                .with("crf.transitions", SMALL, k, k)
                .with("crf.start", Initializer.ZEROS, k)
                .with("crf.end", Initializer.ZEROS, k);
        mentions = new ScriptBlock(ops, "mentions")
                .with("mentions.weight", LINEAR, m, 3L * d)
                .with("mentions.bias", Initializer.ZEROS, m)
                .with("mentions.types", SMALL, config.types().size(), m);
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
        relations = new ScriptBlock(ops, "relations")
                .with("relations.subject.weight", LINEAR, e, m + d)
                .with("relations.subject.bias", Initializer.ZEROS, e)
                .with("relations.object.weight", LINEAR, e, m + d)
                .with("relations.object.bias", Initializer.ZEROS, e)
                .with("relations.bilinear.weight", LINEAR, r, (long) e * config.relationBlock())
                .with("relations.bilinear.bias", Initializer.ZEROS, r);
        Shape any = new Shape(1, 1);
        for (Block block : List.of(encoder, emissions, crf, mentions, links, gate, relations)) {
            block.initialize(root, DataType.FLOAT32, any, any, any);
        }
        byName.putAll(encoder.byName());
        for (ScriptBlock head : List.of(emissions, crf, mentions, links, gate, relations)) {
            byName.putAll(head.byName());
        }
    }

    public TextNetworkConfig config() {
        return config;
    }

    public TagSet tags() {
        return tags;
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

    /** Hidden states for training: all words of several texts, one text after the other, {@code [N, d]}. */
    public NDArray trainingStates(NDManager manager, List<Words> texts) {
        return ops.apply(manager, "drop", words.encodeTogether(manager, store, texts, true));
    }

    /** Hidden states of the words {@code [from, to)}: {@code [to - from, d]}. */
    public NDArray states(NDManager manager, Words text, int from, int to) {
        return words.encode(manager, store, text, from, to);
    }

    /** M3D eq. 15, the linear layer under the CRF. states: [N, d] -> [N, tags]. */
    public NDArray emissions(NDManager manager, NDArray states, boolean training) {
        return emissions.run(manager, store, training, states);
    }

    /** Rows of a flat array laid out by index. rows: [N, k], index: [B, S] -> [B, S, k]. */
    public NDArray grid(NDManager manager, NDArray rows, NDArray index) {
        return ops.apply(manager, "grid", rows, index);
    }

    /** M3D eq. 15: negative log-likelihood of each row's tags. emissions: [B, S, tags], tags: [B, S] -> [B]. */
    public NDArray crfLoss(NDManager manager, NDArray scores, NDArray gold, NDArray mask) {
        int k = tags.size();
        return crf.run(
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

    /** M3D eq. 17: logits of every relation type for every chain pair. -> [P, R]. */
    public NDArray relations(
            NDManager manager,
            NDArray vectors,
            NDArray states,
            RelationBatch batch,
            NDArray weights,
            boolean training) {
        Shape shape = batch.shape();
        return relations.run(
                manager,
                store,
                training,
                vectors,
                states,
                manager.create(batch.subjects(), shape),
                manager.create(batch.objects(), shape),
                manager.create(batch.from(), shape),
                manager.create(batch.to(), shape),
                manager.create(batch.near(), shape),
                weights);
    }

    /** Weighted sum of binary cross entropies. All three arrays have one shape -> []. */
    public NDArray binaryLoss(NDManager manager, NDArray logits, NDArray gold, NDArray weight) {
        return ops.apply(manager, "bce", logits, gold, weight);
    }

    /** The CRF's scores for decoding, constraints included. */
    public CrfScores crfScores() {
        float[] transitions = byName.get("crf.transitions").getArray().toFloatArray();
        float[] start = byName.get("crf.start").getArray().toFloatArray();
        float[] end = byName.get("crf.end").getArray().toFloatArray();
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
