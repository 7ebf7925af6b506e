package org.newsreel.extraction.text;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.ModelUse;

/** English text by the M3D-shaped network. May be shared by threads that infer; not while its network is trained. */
public final class NeuralTextExtractor implements GoldTextExtractor {
    private final TextNetwork network;
    private final LabelSpace space;
    private final TextTokenizer tokenizer;
    private final RelationLabels labels;
    private final DocumentReader reader;
    private final List<ModelUse> models;
    private final boolean owner;

    private NeuralTextExtractor(
            TextNetwork network, LabelSpace space, TextTokenizer tokenizer, List<ModelUse> models, boolean owner) {
        this.network = network;
        this.space = space;
        this.tokenizer = tokenizer;
        this.labels = new RelationLabels(space.relations());
        this.reader = new DocumentReader(network, space);
        this.models = List.copyOf(models);
        this.owner = owner;
    }

    /** Loads a model directory in 32 bits, like {@link #load(Path, Device, Precision)}. */
    public static NeuralTextExtractor load(Path modelDirectory, Device device) {
        return load(modelDirectory, device, Precision.FP32);
    }

    /**
     * Loads a model directory and the encoder that it builds on, for inference only.
     *
     * @throws IllegalArgumentException in one sentence naming what is missing or damaged
     */
    public static NeuralTextExtractor load(Path modelDirectory, Device device, Precision precision) {
        TextModel model = TextModel.open(modelDirectory);
        TextNetwork network = new TextNetwork(model.config(), precision, device);
        try {
            model.loadInto(network);
            network.encoder().pack();
            TextTokenizer tokenizer = TextTokenizer.pretrained();
            LabelSpace first = model.config().spaces().get(0);
            String on = device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
            List<ModelUse> models = List.of(
                    use("entities", model, on, OptionalDouble.empty()),
                    use("chains", model, on, OptionalDouble.of(model.config().chainThreshold())),
                    use(
                            "relations",
                            model,
                            on,
                            OptionalDouble.of(first.calibration().threshold())));
            return new NeuralTextExtractor(network, first, tokenizer, models, true);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Reads with a network in memory, which stays the caller's. */
    public static NeuralTextExtractor of(TextNetwork network, TextTokenizer tokenizer) {
        return new NeuralTextExtractor(network, network.config().spaces().get(0), tokenizer, List.of(), false);
    }

    /**
     * The same network in another corpus' terms. What it gives shares the network with this extractor and must not be
     * used after it is closed.
     *
     * @throws IllegalArgumentException when the network has no such label space
     */
    public NeuralTextExtractor in(String labelSpace) {
        return new NeuralTextExtractor(network, network.config().space(labelSpace), tokenizer, models, false);
    }

    /** The same network with another calibration of its relations; shares the network as {@link #in} does. */
    public NeuralTextExtractor with(Calibration calibration) {
        return new NeuralTextExtractor(network, space.with(calibration), tokenizer, models, false);
    }

    /** What mentions and relations are called. */
    public LabelSpace space() {
        return space;
    }

    private static ModelUse use(String role, TextModel model, String device, OptionalDouble threshold) {
        return new ModelUse(role, model.name(), model.sha256(), Optional.of(device), threshold);
    }

    @Override
    public TextClaims extract(String text) {
        TorchOps.inferOnThisThread();
        Words words = tokenizer.tokenize(text);
        return words.count() == 0 ? TextClaims.NONE : ClaimsBuilder.build(words, reader.read(words), labels);
    }

    /**
     * Finds chains and relations over given mentions.
     *
     * @param mentions with offsets into {@code text}; those without a letter or sign in them are left out
     */
    @Override
    public TextClaims extractWithGold(String text, List<Mention> mentions) {
        return overGiven(text, mentions, Optional.empty());
    }

    /** Finds relations over given chains of given mentions, in a text of at most {@value Section#LONGEST} words. */
    @Override
    public TextClaims extractWithGold(String text, List<Mention> mentions, List<EntityChain> chains) {
        return overGiven(text, mentions, Optional.of(chains));
    }

    private TextClaims overGiven(String text, List<Mention> given, Optional<List<EntityChain>> chains) {
        TorchOps.inferOnThisThread();
        Words words = tokenizer.tokenize(text);
        List<FoundMention> found = new ArrayList<>();
        List<Mention> kept = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (Mention mention : given.stream()
                .sorted(java.util.Comparator.comparingInt(Mention::start).thenComparingInt(Mention::end))
                .toList()) {
            int[] range = words.covering(mention.start(), mention.end());
            if (range.length == 2 && space.types().contains(mention.type())) {
                indexes.put(mention.id(), kept.size());
                kept.add(mention);
                found.add(new FoundMention(new MentionSpan(mention.type(), range[0], range[1]), mention.confidence()));
            }
        }
        if (found.isEmpty()) {
            return TextClaims.NONE;
        }
        Optional<List<List<Integer>>> members = chains.map(list -> list.stream()
                .map(c -> c.mentions().stream()
                        .filter(indexes::containsKey)
                        .map(indexes::get)
                        .sorted()
                        .toList())
                .filter(c -> !c.isEmpty())
                .sorted(java.util.Comparator.comparingInt((List<Integer> c) -> c.get(0)))
                .toList());
        SectionClaims claims = reader.read(words, found, members);
        List<Mention> renamed = new ArrayList<>();
        for (Mention mention : kept) {
            renamed.add(new Mention(
                    "m" + renamed.size(),
                    mention.type(),
                    mention.start(),
                    mention.end(),
                    mention.text(),
                    mention.confidence()));
        }
        return new TextClaims(renamed, ClaimsBuilder.chains(claims, renamed), ClaimsBuilder.relations(claims, labels));
    }

    @Override
    public List<ModelUse> models() {
        return models;
    }

    @Override
    public void close() {
        if (owner) {
            tokenizer.close();
            network.close();
        }
    }
}
