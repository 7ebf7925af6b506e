package org.newsreel.extraction.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.model.ModelManifest;
import org.newsreel.extraction.model.StoredParameters;

/**
 * A text network on disk: {@code config.json}, {@code weights.safetensors} and the manifest that names their hashes. The
 * parameters are as {@link StoredParameters} says.
 */
public final class TextModel {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "weights.safetensors";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What {@code config.json} holds. */
    private record Description(String name, String base, String baseSha256, TextNetworkConfig network) {}

    private final Path directory;
    private final Description description;
    private final String sha256;

    private TextModel(Path directory, Description description, String sha256) {
        this.directory = directory;
        this.description = description;
        this.sha256 = sha256;
    }

    /**
     * Checks a directory's files against its manifest and reads the configuration.
     *
     * @throws IllegalArgumentException in one sentence naming the file that is missing, damaged or of another encoder
     */
    public static TextModel open(Path directory) {
        ModelManifest manifest = ModelManifest.read(directory);
        manifest.verify();
        Description description;
        try {
            description = MAPPER.readValue(directory.resolve(CONFIG).toFile(), Description.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The file " + directory.resolve(CONFIG) + " is no configuration of a text network.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + directory.resolve(CONFIG) + " can't be read.", e);
        }
        if (!description.baseSha256().equals(PretrainedEncoder.SHA256)) {
            throw new IllegalArgumentException("The model in " + directory + " builds on the encoder "
                    + description.base() + " with SHA-256 " + description.baseSha256() + ", but the one here has "
                    + PretrainedEncoder.SHA256 + ".");
        }
        return new TextModel(directory, description, manifest.sha256(WEIGHTS));
    }

    public String name() {
        return description.name();
    }

    /** Of the weights file. */
    public String sha256() {
        return sha256;
    }

    public TextNetworkConfig config() {
        return description.network();
    }

    /** Fills a network with the published encoder and what this model changes in it. */
    public void loadInto(TextNetwork network) {
        StoredParameters.loadInto(directory.resolve(WEIGHTS), network.byName());
    }

    /**
     * Writes a trained network.
     *
     * @param unchanged parameters that are as published and are not stored
     */
    public static void save(Path directory, String name, TextNetwork network, Set<String> unchanged) {
        try {
            Files.createDirectories(directory);
            StoredParameters.write(
                    directory.resolve(WEIGHTS),
                    network.byName(),
                    unchanged::contains,
                    TextModel::decodes,
                    StoredParameters.Differences.NIBBLES);
            Description description =
                    new Description(name, PretrainedEncoder.NAME, PretrainedEncoder.SHA256, network.config());
            Files.writeString(directory.resolve(CONFIG), MAPPER.writeValueAsString(description) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The model can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, java.util.List.of(CONFIG, WEIGHTS));
    }

    /** Few values that decide between tags: not worth a byte saved. */
    private static boolean decodes(String name) {
        return name.contains(".crf.");
    }
}
