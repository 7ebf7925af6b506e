package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.model.NetworkModel;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.corpus.Split;

/**
 * Measures a trained network on a corpus.
 *
 * @param network its name
 * @param corpus what it is measured on
 * @param gold the corpus' file
 * @param pictures where the corpus' pictures lie
 * @param part only this part of the corpus
 */
public record NetworkMeasure(
        String network, String corpus, Path gold, Optional<Path> pictures, Optional<Split> part, Device device) {
    /**
     * What was measured.
     *
     * @param examples how many
     * @param failures a sentence for each item that can't be used
     */
    public record Measured(Figures figures, int examples, List<String> failures) {}

    /**
     * Measures a model. The calling thread only infers from then on.
     *
     * @param models a model's own directory or a directory of models
     * @throws IllegalArgumentException in one sentence when there is no such model or it does not fit
     */
    public Measured of(Path models) {
        return run(Recipes.named(network), ModelDirectory.model(models, network));
    }

    private <C, E> Measured run(Recipe<C, E> recipe, Path directory) {
        NetworkModel model = NetworkModel.open(directory);
        NetworkModel.Description<C> description = model.description(network, recipe.sizes());
        List<String> labels = recipe.labels(corpus);
        if (!labels.equals(description.labels())) {
            throw new IllegalArgumentException("The model in " + directory + " learned the relations of "
                    + description.corpus() + ", which have other names than those of " + corpus + ".");
        }
        if (pictures.isPresent() && !recipe.sees(description.sizes())) {
            throw new IllegalArgumentException(
                    "The model in " + directory + " was trained without pictures: leave --pictures out.");
        }
        try (TextTokenizer tokenizer = model.tokenizer();
                TrainableNetwork<E> trained = recipe.unfilled(description.sizes(), device)) {
            TorchOps.inferOnThisThread();
            model.loadInto(trained.byName());
            Examples<E> examples = recipe.read(new Reading<>(
                    corpus, gold, pictures, tokenizer, description.pictures(), labels, description.sizes()));
            List<Gold<E>> asked = part.map(examples::in).orElse(examples.all());
            Figures figures = recipe.measure(trained, asked);
            return new Measured(figures, asked.size(), examples.failures());
        } catch (IOException e) {
            throw new UncheckedIOException("The corpus " + gold + " can't be read: " + e.getMessage() + ".", e);
        }
    }
}
