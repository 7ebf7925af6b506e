package org.newsreel.extraction.pair;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.model.ModelManifest;
import org.newsreel.extraction.model.StoredParameters;
import org.newsreel.extraction.model.StoredParameters.Differences;

/**
 * A pair network on disk: {@code config.json}, {@code weights.safetensors} as {@link StoredParameters} says, and the
 * manifest that names their hashes.
 */
public final class PairModel {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "weights.safetensors";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What {@code config.json} holds. */
    private record Description(String name, String base, String baseSha256, PairConfig pair) {}

    private final Path directory;
    private final Description description;
    private final String sha256;

    private PairModel(Path directory, Description description, String sha256) {
        this.directory = directory;
        this.description = description;
        this.sha256 = sha256;
    }

    /**
     * Checks a directory's files against its manifest and reads the configuration.
     *
     * @throws IllegalArgumentException in one sentence naming the file that is missing, damaged, of another network or
     *     for another encoder
     */
    public static PairModel open(Path directory) {
        ModelManifest manifest = ModelManifest.read(directory);
        manifest.verify();
        Path file = directory.resolve(CONFIG);
        Description description;
        try {
            description = MAPPER.readValue(file.toFile(), Description.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The file " + file + " is no configuration of a pair network.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " can't be read.", e);
        }
        if (!PretrainedEncoder.SHA256.equals(description.baseSha256())) {
            throw new IllegalArgumentException("The model in " + directory + " builds on the encoder "
                    + description.base() + " with SHA-256 " + description.baseSha256() + ", but the one here has "
                    + PretrainedEncoder.SHA256 + ".");
        }
        return new PairModel(directory, description, manifest.sha256(WEIGHTS));
    }

    public String name() {
        return description.name();
    }

    /** Of the weights file. */
    public String sha256() {
        return sha256;
    }

    public PairConfig config() {
        return description.pair();
    }

    /** Fills a network with the published encoder and what this model changes in it. */
    public void loadInto(PairNetwork network) {
        StoredParameters.loadInto(directory.resolve(WEIGHTS), network.byName());
    }

    /**
     * Writes a trained network.
     *
     * @param config the network's, with the calibration that its weights have now
     * @param unchanged names of embedding tables that are as published and are not stored
     */
    public static void save(
            Path directory, String name, PairNetwork network, PairConfig config, Predicate<String> unchanged) {
        try {
            Files.createDirectories(directory);
            StoredParameters.write(
                    directory.resolve(WEIGHTS), network.byName(), unchanged, any -> false, Differences.NIBBLES);
            Description description = new Description(name, PretrainedEncoder.NAME, PretrainedEncoder.SHA256, config);
            Files.writeString(directory.resolve(CONFIG), MAPPER.writeValueAsString(description) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The model can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, List.of(CONFIG, WEIGHTS));
    }
}
