package org.newsreel.extraction.chinese;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.extraction.model.ModelManifest;
import org.newsreel.extraction.model.SafeTensors;
import org.newsreel.extraction.model.SafeTensors.ElementType;
import org.newsreel.extraction.model.SafeTensors.Stored;

/**
 * The three linear models for Chinese, in memory and on disk ({@code config.json}, {@code weights.safetensors} and the
 * manifest with their hashes). Immutable and thread safe.
 *
 * @param name of the model
 * @param sha256 of the weights file; empty for a model that was not read from one
 * @param tags scores of the tags of a character, by {@link SpanTags}
 * @param transitions between tags, in [K * K], and at the text's beginning, in [K]
 * @param links one column: the log-odds that two mentions are one entity
 * @param relations one column a relation type: a score for two chains
 */
public record ChineseModel(
        String name,
        String sha256,
        ChineseConfig config,
        FeatureWeights tags,
        float[] transitions,
        float[] start,
        FeatureWeights links,
        FeatureWeights relations) {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final String TAGS = "tags";
    private static final String TRANSITIONS = "transitions";
    private static final String START = "start";
    private static final String LINKS = "links";
    private static final String RELATIONS = "relations";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What {@code config.json} holds. */
    private record Description(String name, ChineseConfig model) {}

    /**
     * Checks a directory's files against its manifest and reads them.
     *
     * @throws IllegalArgumentException in one sentence naming the file that is missing, damaged or not as it should be
     */
    public static ChineseModel open(Path directory) {
        ModelManifest manifest = ModelManifest.read(directory);
        manifest.verify();
        String sha256 = manifest.sha256(WEIGHTS);
        Path description = directory.resolve(CONFIG);
        Description read;
        try {
            read = MAPPER.readValue(description.toFile(), Description.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The file " + description + " is no configuration of a Chinese model.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + description + " can't be read.", e);
        }
        String file = "The file " + directory.resolve(WEIGHTS);
        ChineseConfig config = read.model();
        Map<String, Stored> arrays = new LinkedHashMap<>(SafeTensors.read(directory.resolve(WEIGHTS)));
        int k = new SpanTags(config.space().types()).size();
        ChineseModel model = new ChineseModel(
                read.name(),
                sha256,
                config,
                FeatureWeights.load(file, TAGS, k, arrays),
                floats(file, TRANSITIONS, k * k, arrays),
                floats(file, START, k, arrays),
                FeatureWeights.load(file, LINKS, 1, arrays),
                FeatureWeights.load(file, RELATIONS, config.space().relations().size(), arrays));
        if (!arrays.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has the tensor " + arrays.keySet().iterator().next() + ", which this model does not use.");
        }
        return model;
    }

    private static float[] floats(String file, String name, int count, Map<String, Stored> arrays) {
        float[] values =
                FeatureWeights.take(file, name, ElementType.F32, arrays).floats();
        if (values.length != count) {
            throw new IllegalArgumentException(file + " has " + values.length + " values in the tensor " + name
                    + " where " + count + " are needed.");
        }
        return values;
    }

    /** Writes the model with its manifest. */
    public void save(Path directory) {
        Map<String, Stored> arrays = new LinkedHashMap<>();
        tags.store(TAGS, arrays);
        arrays.put(TRANSITIONS, Stored.of(transitions, transitions.length));
        arrays.put(START, Stored.of(start, start.length));
        links.store(LINKS, arrays);
        relations.store(RELATIONS, arrays);
        try {
            Files.createDirectories(directory);
            SafeTensors.write(directory.resolve(WEIGHTS), arrays);
            Files.writeString(
                    directory.resolve(CONFIG), MAPPER.writeValueAsString(new Description(name, config)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The model can't be written to " + directory + ".", e);
        }
        ModelManifest.write(directory, List.of(CONFIG, WEIGHTS));
    }

    /** The same model with other thresholds. */
    public ChineseModel with(ChineseConfig other) {
        return new ChineseModel(name, sha256, other, tags, transitions, start, links, relations);
    }

    /** The transitions with what no sequence of tags may have. */
    CrfScores crf() {
        SpanTags spanTags = new SpanTags(config.space().types());
        return new CrfScores(
                sum(transitions, spanTags.transitionPenalties()),
                sum(start, spanTags.startPenalties()),
                spanTags.endPenalties());
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
