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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.TrainingDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a {@link TextNetwork}. All that is random in an epoch follows from the seed and the epoch's number, and a
 * checkpoint after every epoch keeps everything else, so that a run that was stopped and resumed takes the same steps as
 * one that was not.
 */
public final class TextTrainer implements AutoCloseable {
    /** Tables that keep their published values, so that they need not be shipped. */
    public static final Set<String> FROZEN = Set.of(
            "embeddings.word_embeddings.weight",
            "embeddings.position_embeddings.weight",
            "embeddings.token_type_embeddings.weight");

    private static final Logger LOG = LoggerFactory.getLogger(TextTrainer.class);
    private static final double DECAY = 0.01;

    /** Steps of an epoch whose gradients may be useless. */
    static final int MOST_LOST = 5;

    private final TextNetwork network;
    private final TrainingPlan plan;
    private final Path out;
    private final TextLoss loss;
    private final FusedAdamW optimiser;
    private final Checkpoint checkpoint;
    private final Consumer<String> progress;
    private int done;

    /**
     * Prepares training into a directory, which gets {@code checkpoint.safetensors} and {@code metrics.csv}.
     *
     * @param progress takes a line now and then, for people
     */
    public TextTrainer(TextNetwork network, TrainingPlan plan, Path out, Consumer<String> progress) {
        this.network = network;
        this.plan = plan;
        this.out = out;
        this.progress = progress;
        this.loss = new TextLoss(network);
        this.checkpoint = new Checkpoint(out);
        this.optimiser = new FusedAdamW(network.manager(), groups());
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + out + " can't be made.", e);
        }
    }

    private List<FusedAdamW.Group> groups() {
        int layers = network.config().encoder().layers();
        // Parameters by learning rate and whether weights decay, in the order of the network.
        Map<Double, Map<Boolean, Map<String, Parameter>>> sorted = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (FROZEN.contains(name)) {
                parameter.freeze(true);
                return;
            }
            boolean plain = name.endsWith("bias") || name.contains("LayerNorm") || name.contains(".crf.");
            double rate = plan.headFactor();
            if (name.startsWith("encoder.layer.")) {
                int layer = Integer.parseInt(name.split("\\.")[2]);
                rate = Math.pow(plan.layerDecay(), layers - 1.0 - layer);
            } else if (name.startsWith("embeddings.") && !name.equals(BertEncoder.SHAPE_TABLE)) {
                rate = Math.pow(plan.layerDecay(), layers);
            }
            sorted.computeIfAbsent(rate, r -> new LinkedHashMap<>())
                    .computeIfAbsent(!plain, p -> new LinkedHashMap<>())
                    .put(name, parameter);
        });
        List<FusedAdamW.Group> groups = new ArrayList<>();
        sorted.forEach((rate, byDecay) -> byDecay.forEach(
                (decays, parameters) -> groups.add(new FusedAdamW.Group(parameters, rate, decays ? DECAY : 0))));
        return groups;
    }

    /** Epochs done so far. */
    public int done() {
        return done;
    }

    /** Goes on from the directory's checkpoint if there is one; says whether there was. */
    public boolean resume() {
        if (!checkpoint.exists()) {
            return false;
        }
        done = checkpoint.restore(trained(), optimiser);
        return true;
    }

    private Map<String, NDArray> trained() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (!FROZEN.contains(name)) {
                arrays.put(name, parameter.getArray());
            }
        });
        return arrays;
    }

    /** Starts from the parameters of a checkpoint of another run, whose network has the same label spaces. */
    public void startFrom(Path directory) {
        new Checkpoint(directory).restoreParameters(trained());
    }

    /**
     * Trains one more epoch and saves a checkpoint.
     *
     * @param all the documents, of which {@link TrainingPlan#draws()} may draw some only
     * @return the mean loss of the epoch's steps
     */
    public double epoch(List<TrainingDocument> all) {
        Random random = new Random(plan.seed() * 31 + done);
        Engine.getInstance().setRandomSeed((int) (plan.seed() * 31 + done));
        List<TrainingDocument> documents = draw(all, random);
        List<List<TrainingDocument>> batches = Batches.of(documents, plan.batchPieces(), random);
        // Batches differ a little in number from epoch to epoch; the schedule reckons in shares of an epoch.
        Schedule schedule = new Schedule(plan.rate(), plan.epochs() * batches.size());
        long begun = System.nanoTime();
        double sum = 0;
        int lost = 0;
        try (BufferedWriter metrics = metrics()) {
            for (int i = 0; i < batches.size(); i++) {
                double rate = schedule.at(done * batches.size() + i);
                TextLoss.Parts parts;
                double total;
                double norm;
                try (NDManager step = network.manager().newSubManager()) {
                    TextLoss.Value value;
                    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                        value = loss.of(step, batches.get(i), random);
                        collector.backward(value.loss());
                    }
                    parts = value.parts();
                    total = value.loss().getFloat();
                    norm = optimiser.step(rate, plan.maxNorm());
                }
                if (!Double.isFinite(norm) && ++lost > MOST_LOST) {
                    throw new IllegalStateException("The gradients of " + lost + " steps of epoch " + (done + 1)
                            + " were not finite: try a lower --rate, or --precision fp32.");
                }
                sum += total;
                metrics.write(String.format(
                        Locale.ROOT,
                        "%d,%d,%.8f,%.6f,%.6f,%.6f,%.6f,%.4f%n",
                        done + 1,
                        i + 1,
                        rate,
                        total,
                        parts.entities(),
                        parts.links(),
                        parts.relations(),
                        norm));
                progress.accept(String.format(
                        Locale.ROOT,
                        "epoch %d of %d, step %d of %d, loss %.4f",
                        done + 1,
                        plan.epochs(),
                        i + 1,
                        batches.size(),
                        total));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + out.resolve("metrics.csv") + " can't be written.", e);
        }
        done++;
        checkpoint.save(trained(), optimiser.state(), done);
        double mean = sum / batches.size();
        LOG.info(
                "Epoch {} of {}: {} documents in {} steps, mean loss {}, {} s",
                done,
                plan.epochs(),
                documents.size(),
                batches.size(),
                String.format(Locale.ROOT, "%.4f", mean),
                (System.nanoTime() - begun) / 1_000_000_000);
        return mean;
    }

    private List<TrainingDocument> draw(List<TrainingDocument> all, Random random) {
        List<TrainingDocument> documents = new ArrayList<>();
        for (Annotation annotation : Annotation.values()) {
            List<TrainingDocument> some = new ArrayList<>(
                    all.stream().filter(d -> d.annotation() == annotation).toList());
            int most = plan.draws().getOrDefault(annotation, some.size());
            if (most < some.size()) {
                Collections.shuffle(some, random);
            }
            documents.addAll(some.subList(0, Math.min(most, some.size())));
        }
        return documents;
    }

    private BufferedWriter metrics() throws IOException {
        Path file = out.resolve("metrics.csv");
        boolean fresh = done == 0 || !Files.exists(file);
        BufferedWriter writer = fresh
                ? Files.newBufferedWriter(file)
                : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (fresh) {
            writer.write("epoch,step,rate,loss,entities,links,relations,norm\n");
        }
        return writer;
    }

    @Override
    public void close() {
        optimiser.close();
    }
}
