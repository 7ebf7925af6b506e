package org.newsreel.extraction.model;

import ai.djl.nn.Parameter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.media.PixelScale;
import org.newsreel.extraction.model.SafeTensors.Stored;

/**
 * A trained network of a paper on disk: {@code config.json}, {@code weights.safetensors} with every parameter in 32 bits,
 * the encoder's {@code tokenizer.json}, {@code calibration.json} where something was left to measure it on, and the
 * manifest that names their hashes. Every failure to open or load one is an
 * {@link IllegalArgumentException} of one sentence that names the file or the tensor.
 */
public final class NetworkModel {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String CALIBRATION = "calibration.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * What a model is.
     *
     * @param network its name, such as {@code hmnet}
     * @param corpus what it was trained on
     * @param labels types of relation or entity in the order of the scores
     * @param pictures how it wants pictures; of no matter for a network that sees none
     * @param <C> the network's configuration
     */
    public record Description<C>(String network, String corpus, List<String> labels, PixelScale pictures, C sizes) {
        public Description {
            labels = List.copyOf(labels);
        }
    }

    private final Path directory;
    private final Description<JsonNode> description;
    private final NetworkCalibration calibration;
    private final String sha256;

    private NetworkModel(
            Path directory, Description<JsonNode> description, NetworkCalibration calibration, String sha256) {
        this.directory = directory;
        this.description = description;
        this.calibration = calibration;
        this.sha256 = sha256;
    }

    /** Checks a directory's files against its manifest and reads the configuration. */
    public static NetworkModel open(Path directory) {
        ModelManifest manifest = ModelManifest.read(directory);
        for (String file : List.of(CONFIG, WEIGHTS, TOKENIZER)) {
            manifest.sha256(file);
        }
        manifest.verify();
        Description<JsonNode> description = read(
                directory.resolve(CONFIG),
                "configuration of a network",
                MAPPER.getTypeFactory().constructParametricType(Description.class, JsonNode.class));
        NetworkCalibration calibration = manifest.hashes().containsKey(CALIBRATION)
                ? read(
                        directory.resolve(CALIBRATION),
                        "calibration of a network",
                        MAPPER.constructType(NetworkCalibration.class))
                : NetworkCalibration.NONE;
        return new NetworkModel(directory, description, calibration, manifest.sha256(WEIGHTS));
    }

    private static <T> T read(Path file, String what, JavaType type) {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The file " + file + " is no " + what + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " can't be read.", e);
        }
    }

    /** The name of its directory, by which users call it. */
    public String name() {
        return directory.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Of the weights file. */
    public String sha256() {
        return sha256;
    }

    /** What its figures are worth. */
    public NetworkCalibration calibration() {
        return calibration;
    }

    /** Names of what it tells apart, in the order of its scores. */
    public List<String> labels() {
        return description.labels();
    }

    /**
     * What the model is.
     *
     * @param network the name that it must have
     * @param sizes of its configuration
     */
    public <C> Description<C> description(String network, Class<C> sizes) {
        if (!description.network().equals(network)) {
            throw new IllegalArgumentException(
                    "The model in " + directory + " is a network " + description.network() + ", not " + network + ".");
        }
        try {
            return new Description<>(
                    network,
                    description.corpus(),
                    description.labels(),
                    description.pictures(),
                    MAPPER.treeToValue(description.sizes(), sizes));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The file " + directory.resolve(CONFIG) + " is no configuration of a network " + network + ".", e);
        }
    }

    /** The tokenizer, which the caller closes. */
    public TextTokenizer tokenizer() {
        return TextTokenizer.of(directory.resolve(TOKENIZER));
    }

    /** Fills every parameter of a network of this configuration. */
    public void loadInto(Map<String, Parameter> parameters) {
        Path weights = directory.resolve(WEIGHTS);
        TensorFile file = TensorFile.open(weights);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        file.shapes().keySet().forEach(name -> tensors.put(name, file.tensor(name)));
        StrictLoading.load(parameters, tensors, "The file " + weights);
    }

    /** Writes beside a trained network what its figures are worth. */
    public static void save(Path directory, NetworkCalibration calibration) {
        try {
            Files.writeString(directory.resolve(CALIBRATION), MAPPER.writeValueAsString(calibration) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The calibration can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, List.of(CONFIG, WEIGHTS, TOKENIZER, CALIBRATION));
    }

    /**
     * Writes a trained network, for now without calibration.
     *
     * @param tokenizer content of the {@code tokenizer.json} of its text encoder
     */
    public static <C> void save(
            Path directory, Description<C> description, Map<String, Parameter> parameters, byte[] tokenizer) {
        Map<String, Stored> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> arrays.put(
                name,
                Stored.of(
                        parameter.getArray().toFloatArray(),
                        parameter.getArray().getShape().getShape())));
        try {
            Files.createDirectories(directory);
            SafeTensors.write(directory.resolve(WEIGHTS), arrays);
            Files.writeString(directory.resolve(CONFIG), MAPPER.writeValueAsString(description) + "\n");
            Files.write(directory.resolve(TOKENIZER), tokenizer);
            Files.deleteIfExists(directory.resolve(CALIBRATION));
        } catch (IOException e) {
            throw new UncheckedIOException("The model can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, List.of(CONFIG, WEIGHTS, TOKENIZER));
    }
}
