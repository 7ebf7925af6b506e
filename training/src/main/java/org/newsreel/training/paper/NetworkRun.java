package org.newsreel.training.paper;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.model.NetworkModel;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.trainer.MetricsPlot;
import org.newsreel.training.trainer.NetworkPlan;
import org.newsreel.training.trainer.NetworkTrainer;

/**
 * Trains a network on a corpus. In the run's directory lie afterwards the checkpoint, the losses, the scores on the part
 * to choose by, and, in a directory called like the network, the model of the best epoch.
 *
 * @param network its name
 * @param corpus what it learns from
 * @param files of the corpus
 * @param pictures where the corpus' pictures lie
 * @param encoders what it starts from
 * @param settings how it learns
 * @param voice whom it tells
 */
public record NetworkRun(
        String network,
        String corpus,
        List<Path> files,
        Optional<Path> pictures,
        Encoders encoders,
        Settings settings,
        Voice voice) {
    /** What stands on a loaded encoder learns so many times as fast as it. */
    private static final double FASTER = 10;

    private static final double MAX_NORM = 1;
    private static final double DECAY = 0.01;
    private static final String CHECKPOINT = "checkpoint.safetensors";

    /**
     * How a network learns.
     *
     * @param epochs passes, in each stage
     * @param stopAfter ends after so many passes of all stages, as a start for another run
     * @param rate peak learning rate of encoders that come from a checkpoint; all else learns ten times as fast
     * @param patience ends after so many passes without a better score
     * @param batch examples in a batch; 0 for what the network is used to
     * @param resume whether to go on from the checkpoint in the directory
     */
    public record Settings(
            int epochs,
            int stopAfter,
            long seed,
            double rate,
            int patience,
            int batch,
            boolean resume,
            Device device) {}

    /**
     * Where lines go.
     *
     * @param result one for every pass
     * @param note what people should know
     * @param progress what may be left out
     */
    public record Voice(Consumer<String> result, Consumer<String> note, Consumer<String> progress) {}

    /**
     * Trains into a directory.
     *
     * @return how many items of the corpus can't be used
     * @throws IllegalArgumentException in one sentence when there is nothing to learn from, or nothing to go on from
     */
    public int into(Path directory) {
        return run(Recipes.named(network), directory);
    }

    private <C, E> int run(Recipe<C, E> recipe, Path directory) {
        List<String> labels = recipe.labels(corpus);
        C sizes = recipe.sizes(encoders, labels, pictures.isPresent() || corpus.equals(Documents.MDOCRE));
        byte[] vocabulary = encoders.tokenizer();
        Engine.getInstance().setRandomSeed((int) settings.seed());
        try (TextTokenizer tokenizer = TextTokenizer.of(vocabulary);
                TrainableNetwork<E> inner = recipe.random(sizes, settings.device())) {
            Set<String> loaded = encoders.loadInto(inner.byName(), recipe.bert());
            List<String> random = Encoders.random(inner.byName(), loaded);
            if (!random.isEmpty()) {
                voice.note()
                        .accept("The " + String.join(" and the ", random) + " of " + network
                                + " starts from random weights and is small: a checkpoint can be given.");
            }
            Examples<E> examples = Examples.none();
            for (Path file : files) {
                examples = examples.and(
                        recipe.read(new Reading<>(corpus, file, pictures, tokenizer, encoders.scale(), labels, sizes)));
            }
            List<Gold<E>> train = examples.in(Split.TRAIN);
            List<Gold<E>> dev = examples.in(Split.TUNE);
            examples.failures().forEach(voice.note());
            if (train.isEmpty()) {
                throw new IllegalArgumentException("There is no example to train on: give a larger file.");
            }
            voice.progress()
                    .accept("read " + train.size() + " examples to train on and " + dev.size() + " to choose by, "
                            + examples.illustrated() + " with pictures");
            if (dev.isEmpty()) {
                voice.note().accept("There is no example to choose an epoch by: the last one's model is kept.");
            }
            NetworkModel.Description<C> description =
                    new NetworkModel.Description<>(network, corpus, labels, encoders.scale(), sizes);
            Path model = directory.resolve(network);
            begin(directory, recipe);
            stages(
                    recipe,
                    new GoldNetwork<>(inner, loaded),
                    directory,
                    train,
                    dev,
                    () -> NetworkModel.save(model, description, inner.byName(), vocabulary));
            return examples.failures().size();
        } catch (IOException e) {
            throw new UncheckedIOException("The corpus " + corpus + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    /** Forgets an earlier run unless it is gone on with. */
    private void begin(Path directory, Recipe<?, ?> recipe) throws IOException {
        boolean there = false;
        for (int stage = 1; stage <= recipe.stages(); stage++) {
            Path own = directory(directory, recipe, stage);
            there |= Files.exists(own.resolve(CHECKPOINT));
            if (!settings.resume()) {
                Files.deleteIfExists(own.resolve(CHECKPOINT));
                Files.deleteIfExists(own.resolve("dev.csv"));
            }
        }
        if (settings.resume() && !there) {
            throw new IllegalArgumentException("There is no checkpoint in " + directory + ".");
        }
    }

    /** Stages before the last have a directory of their own in the run's. */
    private static Path directory(Path run, Recipe<?, ?> recipe, int stage) {
        return stage == recipe.stages() ? run : run.resolve("stage-" + stage);
    }

    private <C, E> void stages(
            Recipe<C, E> recipe,
            GoldNetwork<E> network,
            Path run,
            List<Gold<E>> train,
            List<Gold<E>> dev,
            Runnable save) {
        for (int stage = 1; stage <= recipe.stages(); stage++) {
            boolean last = stage == recipe.stages();
            if (!last && Files.exists(run.resolve(CHECKPOINT))) {
                // A later stage's checkpoint has all that this one has learned.
                continue;
            }
            recipe.stage(network.network(), stage);
            Path directory = directory(run, recipe, stage);
            int batch = settings.batch() > 0 ? settings.batch() : recipe.batch();
            NetworkPlan plan = new NetworkPlan(
                    settings.epochs(), settings.seed(), FASTER * settings.rate(), 1 / FASTER, MAX_NORM, batch, DECAY);
            int before = (stage - 1) * settings.epochs();
            String name = recipe.stages() == 1 ? "" : "stage " + stage + ", ";
            try (NetworkTrainer<Gold<E>> trainer =
                    new NetworkTrainer<>(network, plan, Gold::length, Optional.of(directory), line -> voice.progress()
                            .accept(name + line))) {
                if (settings.resume()) {
                    trainer.resume();
                }
                Stage<C, E> one = new Stage<>(
                        recipe,
                        network,
                        trainer,
                        directory,
                        last ? dev : List.of(),
                        run.resolve(recipe.network()),
                        save);
                if (!epochs(one, name, before, last, train)) {
                    return;
                }
            }
        }
    }

    private record Stage<C, E>(
            Recipe<C, E> recipe,
            GoldNetwork<E> network,
            NetworkTrainer<Gold<E>> trainer,
            Path directory,
            List<Gold<E>> dev,
            Path model,
            Runnable save) {}

    /** Runs a stage to its end; false when the run is to stop before. */
    private <C, E> boolean epochs(Stage<C, E> stage, String name, int before, boolean last, List<Gold<E>> train) {
        NetworkTrainer<Gold<E>> trainer = stage.trainer();
        DevFile scores = new DevFile(stage.directory(), trainer.done());
        if (last && trainer.done() > 0 && !stage.dev().isEmpty() && !scores.has(trainer.done())) {
            measure(stage, scores);
        }
        while (trainer.done() < settings.epochs()
                && (scores.best() == 0 || trainer.done() - scores.best() < settings.patience())) {
            if (before + trainer.done() >= settings.stopAfter()) {
                return false;
            }
            stage.recipe().epoch(stage.network().network(), trainer.done());
            double loss = trainer.epoch(train);
            String chosen = "";
            if (last && stage.dev().isEmpty()) {
                stage.save().run();
            } else if (last) {
                chosen = String.format(
                        Locale.ROOT,
                        ", F1 %.2f on the part to choose by",
                        measure(stage, scores).chosen());
            }
            voice.result()
                    .accept(String.format(
                            Locale.ROOT,
                            "%sepoch %d of %d: mean loss %.4f%s",
                            name,
                            trainer.done(),
                            settings.epochs(),
                            loss,
                            chosen));
        }
        if (last) {
            voice.result()
                    .accept("best epoch " + (scores.best() == 0 ? trainer.done() : scores.best()) + ", model in "
                            + stage.directory().resolve(network));
        }
        return true;
    }

    private static <C, E> Figures measure(Stage<C, E> stage, DevFile scores) {
        Figures figures = stage.recipe().measure(stage.network().network(), stage.dev());
        if (scores.add(stage.trainer().done(), figures)) {
            stage.save().run();
            NetworkModel.save(stage.model(), figures.calibration());
        }
        MetricsPlot.draw(stage.directory());
        return figures;
    }
}
