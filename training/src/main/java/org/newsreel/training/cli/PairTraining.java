package org.newsreel.training.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairModel;
import org.newsreel.extraction.pair.PairNetwork;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.training.corpus.PairCorpus;
import org.newsreel.training.corpus.PairExample;
import org.newsreel.training.metric.PairCalibration;
import org.newsreel.training.trainer.PairPlan;
import org.newsreel.training.trainer.PairTrainer;
import org.newsreel.training.trainer.TextTrainer;

/** What {@code train pair} does. */
final class PairTraining {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final Optional<Path> start;

    /**
     * A training that reports to {@code out} and {@code err}.
     *
     * @param start a text network's run whose encoder is gone on from, instead of the published one
     */
    PairTraining(PrintWriter out, PrintWriter err, boolean quiet, Optional<Path> start) {
        this.out = out;
        this.err = err;
        this.start = start;
        this.quiet = quiet;
    }

    /** Trains over MNRE files into a directory; the model of the best epoch is kept there. */
    int run(List<Path> files, Path directory, PairPlan plan, boolean resume) {
        return run(files, directory, plan, resume, BertConfig.bgeSmall());
    }

    /** The same over an encoder of other sizes, which starts from random weights and gives no model. */
    int run(List<Path> files, Path directory, PairPlan plan, boolean resume, BertConfig encoder) {
        Engine.getInstance().setRandomSeed((int) plan.seed());
        PairConfig config = PairConfig.mnre(encoder);
        boolean published = encoder.equals(BertConfig.bgeSmall());
        try (TextTokenizer tokenizer = TextTokenizer.pretrained();
                PairNetwork network = new PairNetwork(config, plan.precision(), Device.cpu())) {
            if (published) {
                PretrainedEncoder.loadInto(network.encoder());
            }
            PairReader reader = new PairReader(tokenizer, config.encoder().maxPositions());
            List<PairExample> train = new ArrayList<>();
            List<PairExample> dev = new ArrayList<>();
            int failed = 0;
            for (Path file : files) {
                PairCorpus corpus = read(file, reader, config);
                corpus.failures().forEach(sentence -> err.println("newsreel: " + sentence));
                failed += corpus.failures().size();
                train.addAll(corpus.train());
                dev.addAll(corpus.dev());
            }
            if (train.isEmpty() || dev.isEmpty()) {
                throw new CommandFailure(
                        CommandFailure.SOME_FAILED,
                        "There are " + train.size() + " examples to train on and " + dev.size()
                                + " to choose by: give a larger file.");
            }
            if (!quiet) {
                err.println("read " + train.size() + " examples to train on and " + dev.size() + " to choose by");
            }
            train(network, plan, directory, resume, train, dev, published);
            return failed == 0 ? 0 : CommandFailure.SOME_FAILED;
        }
    }

    static PairCorpus read(Path file, PairReader reader, PairConfig config) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no file " + file + ".");
        }
        try {
            return PairCorpus.mnre(file, reader, config.relations());
        } catch (IOException e) {
            throw new CommandFailure(CommandFailure.COULD_NOT_START, "The file " + file + " can't be read.", e);
        }
    }

    private void train(
            PairNetwork network,
            PairPlan plan,
            Path directory,
            boolean resume,
            List<PairExample> train,
            List<PairExample> dev,
            boolean published) {
        Path model = directory.resolve(ModelDirectory.PAIR_EN);
        try (Progress progress = new Progress(quiet, "train");
                PairTrainer trainer = new PairTrainer(network, plan, directory, progress::step)) {
            if (resume && !trainer.resume()) {
                throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no checkpoint in " + directory + ".");
            }
            if (!resume) {
                start.ifPresent(trainer::startFrom);
            }
            while (!trainer.ended()) {
                PairTrainer.Epoch epoch = trainer.epoch(train, dev, () -> {
                    if (published) {
                        save(model, network, dev);
                    }
                });
                out.printf(
                        java.util.Locale.ROOT,
                        "epoch %d of %d: mean loss %.4f, F1 %.2f on the part to choose by%n",
                        trainer.done(),
                        plan.epochs(),
                        epoch.loss(),
                        epoch.metric().score().f1());
                out.flush();
            }
            out.println("best epoch " + trainer.bestEpoch() + (published ? ", model in " + model : ""));
        }
    }

    private static void save(Path model, PairNetwork network, List<PairExample> dev) {
        int[] gold = dev.stream().mapToInt(PairExample::relation).toArray();
        PairConfig calibrated = PairCalibration.fit(network.config(), PairTrainer.logits(network, dev), gold);
        PairModel.save(model, ModelDirectory.PAIR_EN, network, calibrated, TextTrainer.FROZEN::contains);
    }
}
