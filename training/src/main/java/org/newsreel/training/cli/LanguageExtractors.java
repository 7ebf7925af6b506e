package org.newsreel.training.cli;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.extraction.chinese.ChineseTextExtractor;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.NeuralTextExtractor;

/** The extractors for the languages of a corpus, each loaded when the first document of its language comes. */
final class LanguageExtractors implements AutoCloseable {
    private final Path models;
    private final LabelSpace space;
    private final Precision precision;
    private Optional<NeuralTextExtractor> network = Optional.empty();
    private Optional<GoldTextExtractor> english = Optional.empty();
    private Optional<GoldTextExtractor> chinese = Optional.empty();

    /**
     * Extractors that call mentions and relations as a label space does.
     *
     * @param models a model's directory, a directory of models, or null for what ships
     * @param precision of the English network; the Chinese models have one only
     */
    LanguageExtractors(Path models, String space, Precision precision) {
        this.models = models;
        this.precision = precision;
        this.space = LabelSpace.standard().stream()
                .filter(s -> s.name().equals(space))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no label space " + space));
    }

    LabelSpace space() {
        return space;
    }

    /** The extractor for a document; for languages other than Chinese the English one. */
    GoldTextExtractor of(GoldDocument document) {
        boolean isChinese =
                document.item().language().filter(l -> l.startsWith("zh")).isPresent();
        return isChinese ? chinese() : english();
    }

    private GoldTextExtractor chinese() {
        if (chinese.isEmpty()) {
            chinese = Optional.of(ChineseTextExtractor.load(ModelDirectory.chineseModel(models)));
        }
        return chinese.get();
    }

    private GoldTextExtractor english() {
        if (english.isEmpty()) {
            network = Optional.of(NeuralTextExtractor.load(ModelDirectory.textModel(models), Device.cpu(), precision));
            english = Optional.of(network.get().in(space.name()));
        }
        return english.get();
    }

    @Override
    public void close() {
        network.ifPresent(NeuralTextExtractor::close);
    }
}
