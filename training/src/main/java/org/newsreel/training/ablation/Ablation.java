package org.newsreel.training.ablation;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.trainer.NetworkPlan;
import org.newsreel.training.trainer.NetworkTrainer;

/**
 * Trains and measures the rows of a trial. Used by one thread.
 *
 * @param seeds how many worlds, each with other weights
 * @param train items to learn from
 * @param test items to measure on
 * @param epochs passes, when not those of the trial
 * @param rate peak learning rate, when not that of the trial
 * @param only the rows that are run; all when empty
 */
record Ablation(int seeds, int train, int test, OptionalInt epochs, OptionalDouble rate, Set<String> only) {
    /** Worlds whose pictures an image encoder learns from before it is put into networks, and passes over them. */
    private static final int WORLDS = 8;

    private static final int PICTURE_EPOCHS = 4;
    private static final double PICTURE_RATE = 2e-3;

    /** Runs every row of a trial that the file does not have yet, seed by seed. */
    <E> void run(Trial<E> trial, Tongue tongue, RunFile file, Consumer<String> progress) {
        Map<String, float[]> eyes = Map.of();
        for (long seed = 1; seed <= seeds; seed++) {
            List<String> missing = missing(trial, file.read(), seed);
            if (missing.isEmpty()) {
                continue;
            }
            if (eyes.isEmpty() && trial.eyes().isPresent()) {
                eyes = pretrained(trial.eyes().get(), line -> progress.accept(trial.network() + ", pictures: " + line));
            }
            progress.accept(trial.network() + ", seed " + seed + ": painting");
            MadeWorld world = new MadeWorld(tongue, seed);
            List<E> learnt = trial.examples(world, train, "train");
            List<E> asked = trial.examples(world, test, "test");
            for (String row : missing) {
                String name = trial.network() + ", " + row + ", seed " + seed + ": ";
                file.add(one(
                        trial,
                        row,
                        seed,
                        eyes,
                        trial.lesson(row, learnt),
                        asked,
                        line -> progress.accept(name + line)));
            }
        }
    }

    private <E> List<String> missing(Trial<E> trial, List<Run> done, long seed) {
        return trial.names().stream()
                .filter(row -> only.isEmpty() || only.contains(row))
                .filter(row -> done.stream()
                        .noneMatch(run -> run.network().equals(trial.network())
                                && run.row().equals(row)
                                && run.seed() == seed))
                .toList();
    }

    private <E> List<Run> one(
            Trial<E> trial,
            String row,
            long seed,
            Map<String, float[]> eyes,
            List<E> learnt,
            List<E> asked,
            Consumer<String> progress) {
        Engine.getInstance().setRandomSeed((int) seed);
        int passes = epochs.orElse(trial.epochs());
        long begun = System.nanoTime();
        try (TrainableNetwork<E> network = trial.rows().get(row).get();
                NetworkTrainer<E> trainer = new NetworkTrainer<>(
                        network,
                        NetworkPlan.fromScratch(passes, seed, rate.orElse(trial.rate())),
                        trial.length(),
                        Optional.empty(),
                        progress)) {
            network.byName().forEach((name, parameter) -> {
                if (eyes.containsKey(name)) {
                    parameter.getArray().set(eyes.get(name));
                }
            });
            for (int epoch = 0; epoch < passes; epoch++) {
                trainer.epoch(learnt);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            List<Run> runs = new ArrayList<>();
            trial.scores()
                    .apply(network, asked)
                    .forEach((task, f1) -> runs.add(new Run(trial.network(), row, task, seed, f1, seconds)));
            return runs;
        }
    }

    /** An image encoder that has learnt to tell pictures, by parameter name. */
    private Map<String, float[]> pretrained(Eyes eyes, Consumer<String> progress) {
        int worlds = Math.max(1, Math.min(WORLDS, train * WORLDS / 1000));
        List<LabelledPicture> pictures = LabelledPicture.some(worlds, eyes.size());
        Engine.getInstance().setRandomSeed(1);
        try (PictureNetwork network = new PictureNetwork(eyes);
                NetworkTrainer<LabelledPicture> trainer = new NetworkTrainer<>(
                        network,
                        NetworkPlan.fromScratch(PICTURE_EPOCHS, 1, PICTURE_RATE),
                        picture -> 1,
                        Optional.empty(),
                        progress)) {
            for (int epoch = 0; epoch < PICTURE_EPOCHS; epoch++) {
                trainer.epoch(pictures);
            }
            progress.accept(String.format(
                    Locale.ROOT,
                    "%.1f %% of %d pictures are told right",
                    100 * network.accuracy(pictures),
                    pictures.size()));
            return network.encoder();
        }
    }
}
