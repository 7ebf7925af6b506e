package org.newsreel.training.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.TextModel;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.training.corpus.TrainingDocument;
import org.newsreel.training.corpus.TrainingDocuments;
import org.newsreel.training.metric.Evaluation;
import org.newsreel.training.trainer.DevScores;
import org.newsreel.training.trainer.MetricsPlot;
import org.newsreel.training.trainer.TextTrainer;
import org.newsreel.training.trainer.TrainingPlan;

/**
 * One training run of the text network.
 *
 * @param config the network
 * @param plan how it is trained
 * @param out where checkpoint, scores, their picture and model go
 * @param start directory with the checkpoint of another run to start from; the published encoder when empty
 * @param dev documents of M3D that are measured after every epoch; may be empty
 * @param patience epochs without a better score on {@code dev} after which it ends; the best epoch's model is kept
 * @param last the epoch to stop after, at most the plan's
 */
record TextTraining(
        TextNetworkConfig config,
        TrainingPlan plan,
        Path out,
        Optional<Path> start,
        List<GoldDocument> dev,
        int patience,
        int last) {
    private static final String SPACE = "m3d";

    /** The directory that the model is written to. */
    Path model() {
        return out.resolve(ModelDirectory.TEXT_EN);
    }

    /**
     * Trains until all epochs are done or the score has stopped rising.
     *
     * @param resume whether to go on from the checkpoint in {@code out} when there is one
     */
    void run(List<CorpusReading.Marked> gold, boolean resume, PrintWriter lines, Progress progress) {
        Engine.getInstance().setRandomSeed((int) plan.seed());
        try (TextTokenizer tokenizer = TextTokenizer.pretrained();
                TextNetwork network = new TextNetwork(config, plan.precision(), Device.cpu())) {
            PretrainedEncoder.loadInto(network.encoder());
            TrainingDocuments reader = new TrainingDocuments(tokenizer, config);
            List<TrainingDocument> documents = new ArrayList<>();
            gold.forEach(g -> documents.addAll(reader.of(g.document(), g.annotation())));
            try (TextTrainer trainer = new TextTrainer(network, plan, out, progress::step)) {
                if (!(resume && trainer.resume())) {
                    start.ifPresent(trainer::startFrom);
                }
                epochs(network, tokenizer, trainer, documents, lines);
            }
            if (dev.isEmpty()) {
                TextModel.save(model(), ModelDirectory.TEXT_EN, network, TextTrainer.FROZEN);
            }
        }
    }

    private void epochs(
            TextNetwork network,
            TextTokenizer tokenizer,
            TextTrainer trainer,
            List<TrainingDocument> documents,
            PrintWriter lines) {
        double best = Double.NEGATIVE_INFINITY;
        int bestEpoch = 0;
        for (String line : scores(trainer.done())) {
            String[] cells = line.split(",");
            double score = Double.parseDouble(cells[cells.length - 1]);
            if (score > best) {
                best = score;
                bestEpoch = Integer.parseInt(cells[0]);
            }
        }
        while (trainer.done() < last && (dev.isEmpty() || trainer.done() - bestEpoch < patience)) {
            double loss = trainer.epoch(documents);
            String scored = "";
            if (!dev.isEmpty()) {
                Evaluation evaluation = DevScores.of(network, tokenizer, SPACE, dev);
                double score = (evaluation.entities().f1()
                                + evaluation.chains().f1()
                                + evaluation.relations().f1())
                        / 3;
                scored = String.format(
                        Locale.ROOT,
                        ", entity %.2f, chain %.2f, relation %.2f",
                        evaluation.entities().f1(),
                        evaluation.chains().f1(),
                        evaluation.relations().f1());
                append(String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.4f,%.4f,%.4f",
                        trainer.done(),
                        evaluation.entities().f1(),
                        evaluation.chains().f1(),
                        evaluation.relations().f1(),
                        score));
                if (score > best) {
                    best = score;
                    bestEpoch = trainer.done();
                    TextModel.save(model(), ModelDirectory.TEXT_EN, network, TextTrainer.FROZEN);
                }
            }
            lines.printf(
                    Locale.ROOT, "epoch %d of %d: mean loss %.4f%s%n", trainer.done(), plan.epochs(), loss, scored);
            lines.flush();
            MetricsPlot.draw(out);
        }
    }

    private Path file() {
        return out.resolve("dev.csv");
    }

    /** The scores of the first epochs, when they are there. */
    private List<String> scores(int epochs) {
        try {
            if (epochs == 0 || !Files.exists(file())) {
                Files.createDirectories(out);
                Files.writeString(file(), "epoch,entity,chain,relation,mean\n");
                return List.of();
            }
            List<String> lines = Files.readAllLines(file());
            return lines.subList(1, Math.min(lines.size(), epochs + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file() + " can't be used.", e);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file() + " can't be written.", e);
        }
    }
}
