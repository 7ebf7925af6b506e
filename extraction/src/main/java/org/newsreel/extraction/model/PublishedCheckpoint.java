package org.newsreel.extraction.model;

import ai.djl.nn.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.BertLayout;
import org.newsreel.extraction.encoder.Gpt2Config;
import org.newsreel.extraction.encoder.LongformerConfig;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.encoder.VggConfig;
import org.newsreel.extraction.encoder.VitConfig;

/**
 * A checkpoint in a directory as its publisher lays it out: {@code model.safetensors}, {@code config.json} (not needed
 * for ResNet and VGG, whose sizes the tensors show) and the tokenizer's files. Where the directory has a
 * {@link ModelManifest}, the files are compared with it first.
 *
 * <pre>{@code
 * PublishedCheckpoint checkpoint = PublishedCheckpoint.open(directory);
 * BertEncoder encoder = new BertEncoder(checkpoint.bertConfig(), checkpoint.bertLayout(), weights.in("text"));
 * checkpoint.loadInto(encoder.byName());
 * }</pre>
 *
 * <p>Every failure is an {@link IllegalArgumentException} of one sentence that names the tensor or the file.
 */
public final class PublishedCheckpoint {
    /** Name of the file of tensors. */
    public static final String WEIGHTS = "model.safetensors";

    private final Path directory;
    private final PublishedConfig config;
    private final TensorFile file;
    private final Family family;
    private final Map<String, String> published;

    private PublishedCheckpoint(Path directory, PublishedConfig config, TensorFile file, Family family) {
        this.directory = directory;
        this.config = config;
        this.file = file;
        this.family = family;
        this.published = published();
    }

    /** Opens a directory; tensors are read when they are loaded. */
    public static PublishedCheckpoint open(Path directory) {
        Path weights = directory.resolve(WEIGHTS);
        if (!Files.exists(weights)) {
            boolean pickled = Files.exists(directory.resolve("pytorch_model.bin"));
            throw new IllegalArgumentException("There is no checkpoint in " + directory + ": it has no file " + WEIGHTS
                    + (pickled ? ", and pytorch_model.bin has to be saved as one first." : "."));
        }
        if (Files.exists(directory.resolve(ModelManifest.FILE))) {
            ModelManifest.read(directory).verify();
        }
        PublishedConfig config = PublishedConfig.read(directory);
        TensorFile file = TensorFile.open(weights);
        return new PublishedCheckpoint(directory, config, file, config.family(file.shapes()));
    }

    /** The publisher's names by ours. */
    private Map<String, String> published() {
        Map<String, String> names = new LinkedHashMap<>();
        file.shapes().keySet().forEach(name -> family.name(name).ifPresent(ours -> {
            if (names.putIfAbsent(ours, name) != null) {
                throw new IllegalArgumentException(
                        origin() + " has the tensor " + ours + " twice, as " + names.get(ours) + " and " + name + ".");
            }
        }));
        return names;
    }

    public Family family() {
        return family;
    }

    /** Of a {@link Family#BERT} or {@link Family#ROBERTA}. */
    public BertConfig bertConfig() {
        return config.bert(wants(Family.BERT, Family.ROBERTA));
    }

    /** Of a {@link Family#BERT} or {@link Family#ROBERTA}. */
    public BertLayout bertLayout() {
        return PublishedConfig.layout(wants(Family.BERT, Family.ROBERTA));
    }

    /** Of a {@link Family#LONGFORMER}; its global position is the first. */
    public LongformerConfig longformerConfig() {
        wants(Family.LONGFORMER);
        return config.longformer();
    }

    /** Of a {@link Family#GPT2}, or the decoder of a {@link Family#CAPTIONER}. */
    public Gpt2Config gpt2Config() {
        return wants(Family.GPT2, Family.CAPTIONER) == Family.GPT2
                ? config.gpt2()
                : config.part("decoder").gpt2();
    }

    /** Of a {@link Family#VIT} or {@link Family#CLIP}, or the encoder of a {@link Family#CAPTIONER}. */
    public VitConfig vitConfig() {
        Family given = wants(Family.VIT, Family.CLIP, Family.CAPTIONER);
        return given == Family.CAPTIONER ? config.part("encoder").vit(false) : config.vit(given == Family.CLIP);
    }

    /** Of a {@link Family#RESNET}. */
    public ResNetConfig resNetConfig() {
        wants(Family.RESNET);
        return PublishedConfig.resNet(shapes());
    }

    /** Of a {@link Family#VGG}. */
    public VggConfig vggConfig() {
        wants(Family.VGG);
        return PublishedConfig.vgg(shapes());
    }

    /** The piece that a captioner's text starts with, and the one that ends it. */
    public int startPiece() {
        wants(Family.CAPTIONER);
        return config.whole("decoder_start_token_id", config.part("decoder").whole("bos_token_id", endPiece()));
    }

    /** The piece that ends a captioner's text. */
    public int endPiece() {
        wants(Family.CAPTIONER);
        return config.whole("eos_token_id", config.part("decoder").whole("eos_token_id", 50256));
    }

    /** The tokenizer, in the form that every publisher's library writes; nothing for pictures. */
    public Optional<Path> tokenizer() {
        return Optional.of(directory.resolve("tokenizer.json")).filter(Files::exists);
    }

    /**
     * Fills an encoder.
     *
     * @param parameters by their publisher's names, as the encoder's {@code byName()} gives them
     * @throws IllegalArgumentException naming the tensors that are missing, unexpected or of another shape; nothing has
     *     been copied then
     */
    public void loadInto(Map<String, Parameter> parameters) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        published.forEach((ours, theirs) -> tensors.put(ours, family.shaped(ours, file.tensor(theirs))));
        StrictLoading.load(parameters, tensors, origin());
    }

    private Map<String, long[]> shapes() {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        published.forEach((ours, theirs) ->
                shapes.put(ours, family.shaped(ours, file.tensor(theirs)).dimensions()));
        return Collections.unmodifiableMap(shapes);
    }

    private Family wants(Family... families) {
        for (Family wanted : families) {
            if (wanted == family) {
                return family;
            }
        }
        throw new IllegalArgumentException(origin() + " holds " + family + " and not "
                + String.join(
                        " or ",
                        java.util.Arrays.stream(families).map(Family::name).toList()) + ".");
    }

    private String origin() {
        return "The checkpoint " + directory.resolve(WEIGHTS);
    }
}
