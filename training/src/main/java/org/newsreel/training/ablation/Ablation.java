package org.newsreel.training.ablation;

import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param epochs passes
 * @param rate peak learning rate
 * @param only the rows that are run; all when empty
 */
record Ablation(int seeds, int train, int test, int epochs, double rate, Set<String> only) {
    /** Runs every row of a trial that the file does not have yet, seed by seed. */
    <E> void run(Trial<E> trial, Tongue tongue, RunFile file, Consumer<String> progress) {
        for (long seed = 1; seed <= seeds; seed++) {
            List<String> missing = missing(trial, file.read(), seed);
            if (missing.isEmpty()) {
                continue;
            }
            progress.accept(trial.network() + ", seed " + seed + ": painting");
            MadeWorld world = new MadeWorld(tongue, seed);
            List<E> learnt = trial.examples(world, train, "train");
            List<E> asked = trial.examples(world, test, "test");
            for (String row : missing) {
                String name = trial.network() + ", " + row + ", seed " + seed + ": ";
                file.add(one(trial, row, seed, learnt, asked, line -> progress.accept(name + line)));
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
            Trial<E> trial, String row, long seed, List<E> learnt, List<E> asked, Consumer<String> progress) {
        Engine.getInstance().setRandomSeed((int) seed);
        long begun = System.nanoTime();
        try (TrainableNetwork<E> network = trial.rows().get(row).get();
                NetworkTrainer<E> trainer = new NetworkTrainer<>(
                        network,
                        NetworkPlan.fromScratch(epochs, seed, rate),
                        trial.length(),
                        Optional.empty(),
                        progress)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
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
}
