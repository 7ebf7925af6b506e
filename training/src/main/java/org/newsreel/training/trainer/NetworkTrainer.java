package org.newsreel.training.trainer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.TrainableNetwork;

/**
 * Trains any of the published networks: batches of similar length, warm-up and linear decay, AdamW with clipped
 * gradients, encoders slower than what stands on them, frozen parameters left alone. All that is random in an epoch
 * follows from the seed and the epoch's number, so a run that was stopped and resumed takes the same steps as one that
 * was not. Used by one thread, on which nothing else infers meanwhile.
 *
 * @param <E> an example with its truth
 */
public final class NetworkTrainer<E> implements AutoCloseable {
    /** Batches among which neighbours by length are sought. */
    private static final int POOL = 16;

    private final TrainableNetwork<E> network;
    private final NetworkPlan plan;
    private final ToIntFunction<E> length;
    private final Optional<Path> out;
    private final Consumer<String> progress;
    private final FusedAdamW optimiser;
    private int done;
    private int lost;

    /**
     * Prepares training.
     *
     * @param length how long an example is, so that those in a batch are alike
     * @param out gets {@code checkpoint.safetensors}, {@code metrics.csv} and their picture; nothing is written without
     * @param progress takes a line after every batch, for people
     */
    public NetworkTrainer(
            TrainableNetwork<E> network,
            NetworkPlan plan,
            ToIntFunction<E> length,
            Optional<Path> out,
            Consumer<String> progress) {
        this.network = network;
        this.plan = plan;
        this.length = length;
        this.out = out;
        this.progress = progress;
        TorchOps.inferOnThisThread();
        this.optimiser = new FusedAdamW(network.manager(), groups());
        out.ifPresent(directory -> {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("The directory " + directory + " can't be made.", e);
            }
        });
    }

    private List<FusedAdamW.Group> groups() {
        List<Map<String, Parameter>> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(new LinkedHashMap<>());
        }
        network.byName().forEach((name, parameter) -> {
            if (network.frozen(name)) {
                parameter.freeze(true);
                return;
            }
            boolean plain = parameter.getArray().getShape().dimension() < 2;
            parts.get((network.pretrained(name) ? 2 : 0) + (plain ? 1 : 0)).put(name, parameter);
        });
        return List.of(
                new FusedAdamW.Group(parts.get(0), 1, plan.decay()),
                new FusedAdamW.Group(parts.get(1), 1, 0),
                new FusedAdamW.Group(parts.get(2), plan.pretrainedFactor(), plan.decay()),
                new FusedAdamW.Group(parts.get(3), plan.pretrainedFactor(), 0));
    }

    /** Epochs done so far. */
    public int done() {
        return done;
    }

    /** Goes on from the directory's checkpoint if there is one; says whether there was. */
    public boolean resume() {
        Optional<Checkpoint> checkpoint = out.map(Checkpoint::new).filter(Checkpoint::exists);
        checkpoint.ifPresent(c -> done = c.restore(trained(), optimiser));
        return checkpoint.isPresent();
    }

    private Map<String, NDArray> trained() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (!network.frozen(name)) {
                arrays.put(name, parameter.getArray());
            }
        });
        return arrays;
    }

    /**
     * Trains one more epoch and saves a checkpoint.
     *
     * @return the mean loss of its steps
     */
    public double epoch(List<E> train) {
        long seed = plan.seed() * 31 + done;
        Random random = new Random(seed);
        Engine.getInstance().setRandomSeed((int) seed);
        List<List<E>> batches = batches(train, random);
        Schedule schedule = new Schedule(plan.rate(), plan.epochs() * batches.size());
        double sum = 0;
        lost = 0;
        for (int i = 0; i < batches.size(); i++) {
            sum += step(batches.get(i), schedule.at(done * batches.size() + i));
            progress.accept(String.format(
                    Locale.ROOT,
                    "epoch %d of %d, step %d of %d, mean loss %.4f",
                    done + 1,
                    plan.epochs(),
                    i + 1,
                    batches.size(),
                    sum / (i + 1)));
        }
        done++;
        double mean = sum / batches.size();
        out.ifPresent(directory -> save(directory, mean));
        return mean;
    }

    private List<List<E>> batches(List<E> train, Random random) {
        List<E> mixed = new ArrayList<>(train);
        Collections.shuffle(mixed, random);
        List<List<E>> batches = new ArrayList<>();
        int pool = POOL * plan.batch();
        for (int at = 0; at < mixed.size(); at += pool) {
            List<E> near = new ArrayList<>(mixed.subList(at, Math.min(mixed.size(), at + pool)));
            near.sort(Comparator.comparingInt(length));
            for (int i = 0; i < near.size(); i += plan.batch()) {
                batches.add(near.subList(i, Math.min(near.size(), i + plan.batch())));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private double step(List<E> batch, double rate) {
        try (NDManager scratch = network.manager().newSubManager()) {
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = network.loss(scratch, batch);
                value = loss.toFloatArray()[0];
                collector.backward(loss);
            }
            if (!Double.isFinite(optimiser.step(rate, plan.maxNorm())) && ++lost > TextTrainer.MOST_LOST) {
                throw new IllegalStateException("The gradients of " + lost + " steps of epoch " + (done + 1)
                        + " were not finite: try a lower --rate.");
            }
            return value;
        }
    }

    private void save(Path directory, double loss) {
        new Checkpoint(directory).save(trained(), optimiser.state(), done);
        Path file = directory.resolve("metrics.csv");
        boolean fresh = done == 1 || !Files.exists(file);
        try (BufferedWriter writer = fresh
                ? Files.newBufferedWriter(file)
                : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (fresh) {
                writer.write("epoch,loss\n");
            }
            writer.write(String.format(Locale.ROOT, "%d,%.6f%n", done, loss));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
        MetricsPlot.draw(directory);
    }

    @Override
    public void close() {
        optimiser.close();
    }
}
