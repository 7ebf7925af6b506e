package org.newsreel.extraction.pair;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.extraction.layer.TorchOps;

/**
 * Tells the relation from one marked mention of a short English text to another. May be shared by threads that infer; not
 * while its network is trained.
 */
public final class PairExtractor implements AutoCloseable {
    private final PairNetwork network;
    private final PairDecoder decoder;
    private final TextTokenizer tokenizer;
    private final PairReader reader;
    private final Optional<PairModel> model;

    private PairExtractor(PairNetwork network, PairConfig config, TextTokenizer tokenizer, Optional<PairModel> model) {
        this.network = network;
        this.decoder = new PairDecoder(config);
        this.tokenizer = tokenizer;
        this.reader = new PairReader(tokenizer, config.encoder().maxPositions());
        this.model = model;
    }

    /**
     * Loads a model directory and the encoder that it builds on.
     *
     * @throws IllegalArgumentException in one sentence naming what is missing or damaged
     */
    public static PairExtractor load(Path modelDirectory, Device device) {
        PairModel model = PairModel.open(modelDirectory);
        PairNetwork network = new PairNetwork(model.config(), Precision.FP32, device);
        try {
            model.loadInto(network);
            network.encoder().pack();
            return new PairExtractor(network, model.config(), TextTokenizer.pretrained(), Optional.of(model));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Reads with a network in memory, which stays the caller's, as the tokenizer does. */
    public static PairExtractor of(PairNetwork network, TextTokenizer tokenizer) {
        return new PairExtractor(network, network.config(), tokenizer, Optional.empty());
    }

    /** The model that was loaded; empty for a network in memory. */
    public Optional<PairModel> model() {
        return model;
    }

    /** The reader that makes this network's inputs. */
    public PairReader reader() {
        return reader;
    }

    /** What decides over this network's logits. */
    public PairDecoder decoder() {
        return decoder;
    }

    public PairNetwork network() {
        return network;
    }

    /** The probability of every relation type, the likeliest first; ranges count tokens. */
    public Map<String, Double> classify(List<String> tokens, TokenRange head, TokenRange tail) {
        return claim(tokens, head, tail).probabilities();
    }

    /** The probability of every relation type, the likeliest first; offsets are as in {@link #claim(String, int, int, int, int)}. */
    public Map<String, Double> classify(String text, int headStart, int headEnd, int tailStart, int tailEnd) {
        return claim(text, headStart, headEnd, tailStart, tailEnd).probabilities();
    }

    /** Decides on one pair of mentions, which may overlap; ranges count tokens. */
    public PairClaim claim(List<String> tokens, TokenRange head, TokenRange tail) {
        PairInput input = reader.read(tokens, head, tail);
        TorchOps.inferOnThisThread();
        try (NDManager scratch = network.manager().newSubManager()) {
            PairNetwork.Output output = network.forward(scratch, List.of(input), false);
            int relations = network.config().relations().size();
            float[] logits = Arrays.copyOf(output.scores().toFloatArray(), relations);
            return decoder.decode(input, logits, output.attention().toFloatArray(), tokens.size());
        }
    }

    /**
     * Decides on one pair of mentions, which may overlap. Offsets count code points of {@code text}, end-exclusive; the
     * context weights of the claim are those of the text's words.
     *
     * @throws IllegalArgumentException when a mention touches no word
     */
    public PairClaim claim(String text, int headStart, int headEnd, int tailStart, int tailEnd) {
        Words words = tokenizer.tokenize(PostToken.withoutLinks(text));
        List<String> tokens = new ArrayList<>();
        for (int w = 0; w < words.count(); w++) {
            tokens.add(words.word(w));
        }
        return claim(tokens, range("head", words, headStart, headEnd), range("tail", words, tailStart, tailEnd));
    }

    private static TokenRange range(String name, Words words, int start, int end) {
        int[] covered = words.covering(start, end);
        if (end <= start || covered.length == 0) {
            throw new IllegalArgumentException("the " + name + " at [" + start + ", " + end + ") touches no word");
        }
        return new TokenRange(covered[0], covered[1]);
    }

    @Override
    public void close() {
        if (model.isPresent()) {
            network.close();
            tokenizer.close();
        }
    }
}
