package org.newsreel.training.trainer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.newsreel.extraction.encoder.BertEncoder;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairDecoder;
import org.newsreel.extraction.pair.PairInput;
import org.newsreel.extraction.pair.PairNetwork;
import org.newsreel.training.corpus.PairExample;
import org.newsreel.training.metric.PairMetric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a {@link PairNetwork} and keeps a moving average of its weights, with which it is measured and shipped. All
 * that is random in an epoch follows from the seed and the epoch's number, and a checkpoint after every epoch keeps
 * everything else, so that a run that was stopped and resumed takes the same steps as one that was not.
 */
public final class PairTrainer implements AutoCloseable {
    /** Name under which the average of a weight stands in a checkpoint. */
    private static final String AVERAGE = "average.";

    /** Best dev F1, and after which epoch. */
    private static final String BEST = "best";

    private static final Logger LOG = LoggerFactory.getLogger(PairTrainer.class);
    private static final double DECAY = 0.01;
    private static final int MEASURED_TOGETHER = 64;

    /**
     * What an epoch came to.
     *
     * @param loss mean over the steps
     * @param metric of the averaged weights on the dev part
     */
    public record Epoch(double loss, PairMetric metric) {}

    private final PairNetwork network;
    private final PairPlan plan;
    private final Path out;
    private final Consumer<String> progress;
    private final FusedAdamW optimiser;
    private final WeightAverage average;
    private final Checkpoint checkpoint;
    private final NDArray best;
    private int done;
    private int lost;

    /**
     * Prepares training into a directory, which gets {@code checkpoint.safetensors}, {@code metrics.csv} and their
     * picture.
     *
     * @param progress takes a line now and then, for people
     */
    public PairTrainer(PairNetwork network, PairPlan plan, Path out, Consumer<String> progress) {
        this.network = network;
        this.plan = plan;
        this.out = out;
        this.progress = progress;
        this.checkpoint = new Checkpoint(out);
        TorchOps.inferOnThisThread();
        this.optimiser = new FusedAdamW(network.manager(), groups());
        this.average = new WeightAverage(network.manager(), trained(), plan.averageDecay());
        this.best = network.manager().create(new float[] {-1, 0});
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + out + " can't be made.", e);
        }
    }

    private List<FusedAdamW.Group> groups() {
        Map<String, Parameter> encoderMatrices = new LinkedHashMap<>();
        Map<String, Parameter> encoderRest = new LinkedHashMap<>();
        Map<String, Parameter> headMatrices = new LinkedHashMap<>();
        Map<String, Parameter> headRest = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (TextTrainer.FROZEN.contains(name)) {
                parameter.freeze(true);
                return;
            }
            boolean plain = parameter.getArray().getShape().dimension() < 2;
            boolean head = !network.encoder().byName().containsKey(name) || name.equals(BertEncoder.SHAPE_TABLE);
            if (head) {
                (plain ? headRest : headMatrices).put(name, parameter);
            } else {
                (plain ? encoderRest : encoderMatrices).put(name, parameter);
            }
        });
        return List.of(
                new FusedAdamW.Group(encoderMatrices, 1, DECAY),
                new FusedAdamW.Group(encoderRest, 1, 0),
                new FusedAdamW.Group(headMatrices, plan.headFactor(), DECAY),
                new FusedAdamW.Group(headRest, plan.headFactor(), 0));
    }

    /** Epochs done so far. */
    public int done() {
        return done;
    }

    /** The epoch, counted from 1, with the best dev F1 so far; 0 before any. */
    public int bestEpoch() {
        return (int) best.toFloatArray()[1];
    }

    /** Whether all epochs are done or the last ones brought nothing. */
    public boolean ended() {
        return done >= plan.epochs() || done - bestEpoch() >= plan.patience();
    }

    /** Goes on from the directory's checkpoint if there is one; says whether there was. */
    public boolean resume() {
        if (!checkpoint.exists()) {
            return false;
        }
        done = checkpoint.restore(state(), optimiser);
        return true;
    }

    /**
     * Takes the encoder of a text network's run over; the heads stay as they are.
     *
     * @throws IllegalArgumentException when there is no checkpoint or it is of another encoder
     */
    public void startFrom(Path directory) {
        Checkpoint start = new Checkpoint(directory);
        Map<String, Tensor> encoder = start.parameters();
        Map<String, NDArray> own = trained();
        own.keySet().retainAll(network.encoder().byName().keySet());
        encoder.keySet().retainAll(own.keySet());
        // Texts know a word's letter case; pairs also whether it stands in the head or the tail.
        encoder.computeIfPresent(
                BertEncoder.SHAPE_TABLE, (name, table) -> tensor(name, PairInput.shapeTable(table.toArray())));
        StrictLoading.copy(own, encoder, start.origin());
        average.restart();
    }

    private Tensor tensor(String name, float[] values) {
        long width = network.config().encoder().hiddenSize();
        return new Tensor(name, new long[] {values.length / width, width}, FloatBuffer.wrap(values), false);
    }

    private Map<String, NDArray> trained() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (!TextTrainer.FROZEN.contains(name)) {
                arrays.put(name, parameter.getArray());
            }
        });
        return arrays;
    }

    private Map<String, NDArray> state() {
        Map<String, NDArray> arrays = new LinkedHashMap<>(trained());
        average.arrays().forEach((name, array) -> arrays.put(AVERAGE + name, array));
        arrays.put(BEST, best);
        return arrays;
    }

    /**
     * Trains one more epoch, measures it and saves a checkpoint.
     *
     * @param whenBest runs while the network has its averaged weights, after an epoch with the best dev F1 so far
     */
    public Epoch epoch(List<PairExample> train, List<PairExample> dev, Runnable whenBest) {
        long seed = plan.seed() * 31 + done;
        Random random = new Random(seed);
        Engine.getInstance().setRandomSeed((int) seed);
        List<List<PairExample>> batches = PairBatches.of(train, plan.batchPieces(), random);
        // Batches differ a little in number from epoch to epoch; the schedule reckons in shares of an epoch.
        Schedule schedule = new Schedule(plan.rate(), plan.epochs() * batches.size());
        double sum = 0;
        lost = 0;
        for (int i = 0; i < batches.size(); i++) {
            int step = done * batches.size() + i;
            double loss = step(batches.get(i), schedule.at(step), random);
            average.after(step + 1);
            sum += loss;
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
        PairMetric last = measure(dev);
        average.swap();
        PairMetric averaged = measure(dev);
        if (averaged.score().f1() > best.toFloatArray()[0]) {
            best.set(new float[] {(float) averaged.score().f1(), done});
            whenBest.run();
        }
        average.swap();
        checkpoint.save(state(), optimiser.state(), done);
        double mean = sum / batches.size();
        write(mean, last, averaged);
        MetricsPlot.draw(out);
        LOG.info("Epoch {} of {}: {} examples in {} steps", done, plan.epochs(), train.size(), batches.size());
        return new Epoch(mean, averaged);
    }

    private double step(List<PairExample> examples, double rate, Random random) {
        List<PairExample> all = new ArrayList<>(examples);
        if (plan.agreement() > 0) {
            all.addAll(examples);
        }
        long[] gold = all.stream().mapToLong(PairExample::relation).toArray();
        long[] types = new long[2 * gold.length];
        for (int i = 0; i < gold.length; i++) {
            types[2 * i] = all.get(i).headType();
            types[2 * i + 1] = all.get(i).tailType();
        }
        List<PairInput> inputs =
                all.stream().map(e -> e.input().masked(plan.masking(), random)).toList();
        try (NDManager scratch = network.manager().newSubManager()) {
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray scores = network.forward(scratch, inputs, true).scores();
                NDArray loss = network.loss(scratch, scores, gold, types, plan.smoothing(), plan.typing());
                if (plan.agreement() > 0) {
                    loss = loss.add(Functions.scale(network.disagreement(scratch, scores), plan.agreement()));
                }
                value = loss.getFloat();
                collector.backward(loss);
            }
            if (!Double.isFinite(optimiser.step(rate, plan.maxNorm())) && ++lost > TextTrainer.MOST_LOST) {
                throw new IllegalStateException("The gradients of " + lost + " steps of epoch " + (done + 1)
                        + " were not finite: try a lower --rate, or --precision fp32.");
            }
            return value;
        }
    }

    private PairMetric measure(List<PairExample> examples) {
        PairMetric metric = new PairMetric(network.config().relations().indexOf(PairConfig.NONE));
        PairDecoder decoder = new PairDecoder(network.config());
        List<float[]> logits = logits(network, examples);
        for (int i = 0; i < examples.size(); i++) {
            metric.add(examples.get(i).relation(), decoder.decide(logits.get(i)));
        }
        return metric;
    }

    /** The relation logits of examples, in their order, on a thread that {@linkplain TorchOps#inferOnThisThread infers}. */
    public static List<float[]> logits(PairNetwork network, List<PairExample> examples) {
        Integer[] order = new Integer[examples.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> examples.get(i).input().length()));
        int relations = network.config().relations().size();
        float[][] logits = new float[order.length][];
        for (int at = 0; at < order.length; at += MEASURED_TOGETHER) {
            int to = Math.min(order.length, at + MEASURED_TOGETHER);
            List<PairInput> inputs = new ArrayList<>();
            for (int i = at; i < to; i++) {
                inputs.add(examples.get(order[i]).input());
            }
            try (NDManager scratch = network.manager().newSubManager()) {
                NDArray scores = network.forward(scratch, inputs, false).scores();
                float[] flat = scores.toFloatArray();
                int width = flat.length / inputs.size();
                for (int i = at; i < to; i++) {
                    int from = (i - at) * width;
                    logits[order[i]] = Arrays.copyOfRange(flat, from, from + relations);
                }
            }
        }
        return List.of(logits);
    }

    private void write(double loss, PairMetric last, PairMetric averaged) {
        Path file = out.resolve("metrics.csv");
        boolean fresh = done == 1 || !Files.exists(file);
        try (BufferedWriter writer = fresh
                ? Files.newBufferedWriter(file)
                : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (fresh) {
                writer.write("epoch,loss,dev_f1_last,dev_accuracy,dev_precision,dev_recall,dev_f1\n");
            }
            writer.write(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.4f,%.4f,%.4f,%.4f,%.4f%n",
                    done,
                    loss,
                    last.score().f1(),
                    averaged.accuracy(),
                    averaged.score().precision(),
                    averaged.score().recall(),
                    averaged.score().f1()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
    }

    @Override
    public void close() {
        average.close();
        optimiser.close();
    }
}
