package org.newsreel.extraction.pipeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.newsreel.extraction.hanlp.HanlpTextExtractor;
import org.newsreel.extraction.text.TextExtractor;

/** The extractors by language, each loaded when the first text of its language comes. */
final class TextExtractors implements AutoCloseable {
    private final Map<String, Supplier<TextExtractor>> loaders;
    private final Map<String, TextExtractor> loaded = new HashMap<>();

    TextExtractors(Map<String, Supplier<TextExtractor>> loaders) {
        this.loaders = Map.copyOf(loaders);
    }

    static TextExtractors of(PipelineConfig config) {
        return new TextExtractors(Map.of("zh", HanlpTextExtractor::load));
    }

    /** The extractor for a BCP 47 tag, when there is one. */
    Optional<TextExtractor> forLanguage(String tag) {
        String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        if (!loaders.containsKey(language)) {
            return Optional.empty();
        }
        return Optional.of(
                loaded.computeIfAbsent(language, key -> loaders.get(key).get()));
    }

    @Override
    public void close() {
        loaded.values().forEach(TextExtractor::close);
        loaded.clear();
    }
}
