package org.newsreel.extraction.text;

import ai.djl.nn.Parameter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.model.ByteRows;
import org.newsreel.extraction.model.ModelManifest;
import org.newsreel.extraction.model.SafeTensors;
import org.newsreel.extraction.model.SafeTensors.ElementType;
import org.newsreel.extraction.model.SafeTensors.Stored;

/**
 * A text network on disk: {@code config.json}, {@code weights.safetensors} and the manifest that names their hashes. The
 * encoder's parameters are stored as differences to the published encoder; matrices take one byte a value with a scale a
 * row ({@code NAME.scale}), everything else 32-bit floats.
 */
public final class TextModel {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "weights.safetensors";
    private static final String SCALE = ".scale";

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
        Map<String, Tensor> published = PretrainedEncoder.weights();
        Path file = directory.resolve(WEIGHTS);
        Map<String, Stored> stored = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        stored.forEach((name, array) -> {
            if (!name.endsWith(SCALE)) {
                float[] values = values(file, name, array, stored.get(name + SCALE));
                Tensor base = published.get(name);
                if (base != null) {
                    add(file, name, values, base);
                }
                tensors.put(name, new Tensor(name, array.shape(), FloatBuffer.wrap(values), false));
            }
        });
        // What training left as published is not stored.
        for (String name : network.byName().keySet()) {
            if (!tensors.containsKey(name) && published.containsKey(name) && name.startsWith("embeddings.")) {
                tensors.put(name, published.get(name));
            }
        }
        StrictLoading.load(network.byName(), tensors, "The file " + file);
    }

    private static float[] values(Path file, String name, Stored array, Stored scale) {
        if (array.type() == ElementType.F32) {
            return array.floats();
        }
        if (array.type() != ElementType.I8 || scale == null || array.shape().length != 2) {
            throw new IllegalArgumentException(
                    "The file " + file + " has the tensor " + name + " without the scales of its rows.");
        }
        float[] scales = scale.floats();
        if (scales.length != array.shape()[0]) {
            throw new IllegalArgumentException("The file " + file + " has " + scales.length + " scales for the "
                    + array.shape()[0] + " rows of the tensor " + name + ".");
        }
        return ByteRows.decode(array.bytes(), scales, (int) array.shape()[1]);
    }

    private static void add(Path file, String name, float[] difference, Tensor base) {
        float[] values = base.toArray();
        if (values.length != difference.length) {
            throw new IllegalArgumentException("The file " + file + " has " + difference.length
                    + " values in the tensor " + name + " where the encoder has " + values.length + ".");
        }
        for (int i = 0; i < values.length; i++) {
            difference[i] += values[i];
        }
    }

    /**
     * Writes a trained network.
     *
     * @param unchanged parameters that are as published and are not stored
     */
    public static void save(Path directory, String name, TextNetwork network, Set<String> unchanged) {
        Map<String, Tensor> published = PretrainedEncoder.weights();
        Map<String, Stored> arrays = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> entry : network.byName().entrySet()) {
            if (!unchanged.contains(entry.getKey())) {
                store(arrays, entry.getKey(), entry.getValue(), published.get(entry.getKey()));
            }
        }
        try {
            Files.createDirectories(directory);
            SafeTensors.write(directory.resolve(WEIGHTS), arrays);
            Description description =
                    new Description(name, PretrainedEncoder.NAME, PretrainedEncoder.SHA256, network.config());
            Files.writeString(directory.resolve(CONFIG), MAPPER.writeValueAsString(description) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The model can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, java.util.List.of(CONFIG, WEIGHTS));
    }

    private static void store(Map<String, Stored> arrays, String name, Parameter parameter, Tensor base) {
        long[] shape = parameter.getArray().getShape().getShape();
        float[] values = parameter.getArray().toFloatArray();
        if (base != null) {
            float[] from = base.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] -= from[i];
            }
        }
        if (shape.length != 2 || name.startsWith("crf.") || shape[1] < 16) {
            arrays.put(name, Stored.of(values, shape));
            return;
        }
        int columns = (int) shape[1];
        float[] scales = ByteRows.scales(values, columns);
        arrays.put(name, new Stored(ElementType.I8, shape, ByteRows.encode(values, scales, columns)));
        arrays.put(name + SCALE, Stored.of(scales, shape[0]));
    }
}
