package org.newsreel.extraction.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.newsreel.extraction.chinese.ChineseTextExtractor;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.model.ModelKind;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.text.NeuralTextExtractor;

/** The extractors by language, each loaded when the first text of its language comes. */
final class TextExtractors implements AutoCloseable {
    private final Map<String, Supplier<GoldTextExtractor>> loaders;
    private final Map<String, GoldTextExtractor> loaded = new HashMap<>();

    TextExtractors(Map<String, Supplier<GoldTextExtractor>> loaders) {
        this.loaders = Map.copyOf(loaders);
    }

    static TextExtractors of(PipelineConfig config) {
        return new TextExtractors(Map.of(
                "en",
                () -> NeuralTextExtractor.load(textModel(config.models()), config.djlDevice(), config.precision()),
                "zh",
                () -> ChineseTextExtractor.load(ModelDirectory.chineseModel(config.models()))));
    }

    /** The model that ships for English text; without it, the first directory, by name, that holds a network's weights. */
    private static Path textModel(Path models) {
        Path usual = models.resolve(ModelDirectory.TEXT_EN);
        if (Files.isDirectory(usual)) {
            return usual;
        }
        try (Stream<Path> directories = Files.list(models)) {
            return directories
                    .filter(d -> !d.endsWith(ModelDirectory.TEXT_ZH))
                    .filter(d ->
                            ModelKind.of(d) == ModelKind.TEXT && Files.isRegularFile(d.resolve("weights.safetensors")))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no model for English text in " + models
                            + ": restore it from a release of Newsreel, or give --models."));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The models directory " + models + " can't be read: restore it, or give --models.", e);
        }
    }

    /** The extractor for a BCP 47 tag, when there is one. */
    Optional<GoldTextExtractor> forLanguage(String tag) {
        String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        if (!loaders.containsKey(language)) {
            return Optional.empty();
        }
        return Optional.of(
                loaded.computeIfAbsent(language, key -> loaders.get(key).get()));
    }

    @Override
    public void close() {
        loaded.values().forEach(GoldTextExtractor::close);
        loaded.clear();
    }
}
