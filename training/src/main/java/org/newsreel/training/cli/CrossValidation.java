package org.newsreel.training.cli;

import ai.djl.Device;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.NeuralTextExtractor;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.metric.CalibrationFit;
import org.newsreel.training.metric.Evaluation;
import org.newsreel.training.trainer.DevScores;
import org.newsreel.training.trainer.TrainingPlan;

/**
 * Cross-validation over M3D's videos. Every fold's model is measured on the videos that it has not seen; the scores of
 * all relations that it thinks of, right or wrong, calibrate the confidence of the model that is trained on everything.
 *
 * @param start directory with a checkpoint that no M3D document was used for
 */
record CrossValidation(TextNetworkConfig config, TrainingPlan plan, Path out, Optional<Path> start, int folds) {
    private static final String SPACE = "m3d";

    /** Relations are collected down to this probability for calibration. */
    private static final double LEAST = 0.02;

    void run(List<CorpusReading.Marked> all, boolean resume, PrintWriter lines, Progress progress) {
        Evaluation pooled = new Evaluation(config.space(SPACE));
        Evaluation given = new Evaluation(config.space(SPACE));
        CalibrationFit fit = new CalibrationFit(config.space(SPACE));
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            List<CorpusReading.Marked> others =
                    all.stream().filter(m -> !isIn(m, held)).toList();
            List<GoldDocument> unseen = all.stream()
                    .filter(m -> isIn(m, held))
                    .map(CorpusReading.Marked::document)
                    .toList();
            TextTraining training = new TextTraining(
                    config, plan, out.resolve("fold-" + fold), start, List.of(), plan.epochs(), plan.epochs());
            if (!(resume && Files.exists(training.model()))) {
                training.run(others, resume, lines, progress);
            }
            Evaluation own = DevScores.apart(() -> measure(training.model(), unseen, pooled, given, fit));
            lines.printf(Locale.ROOT, "fold %d of %d, %d documents: ", fold + 1, folds, unseen.size());
            print(lines, own);
        }
        lines.print("all folds, end to end: ");
        print(lines, pooled);
        lines.print("all folds, gold mentions and chains: ");
        print(lines, given);
        Calibration calibration = fit.calibration();
        lines.printf(
                Locale.ROOT,
                "calibration of relations: probability 1 / (1 + exp(-(%.4f * margin + %.4f))), best threshold %.3f;"
                        + " expected calibration error %.4f before, %.4f after%n",
                calibration.scale(),
                calibration.shift(),
                calibration.threshold(),
                fit.error(Calibration.NONE),
                fit.error(calibration));
        new Decisions(config.chainThreshold(), calibration).write(out.resolve("decisions.json"));
        lines.flush();
    }

    private boolean isIn(CorpusReading.Marked marked, int fold) {
        return marked.annotation() == Annotation.M3D
                && Split.fold(marked.document().item().id(), folds) == fold;
    }

    private Evaluation measure(
            Path model, List<GoldDocument> unseen, Evaluation pooled, Evaluation given, CalibrationFit fit) {
        Evaluation own = new Evaluation(config.space(SPACE));
        Calibration low = new Calibration(1, 0, LEAST);
        try (NeuralTextExtractor loaded = NeuralTextExtractor.load(model, Device.cpu())) {
            NeuralTextExtractor extractor = loaded.with(config.space(SPACE).calibration());
            NeuralTextExtractor generous = loaded.with(low);
            for (GoldDocument document : unseen) {
                String text = document.item().text();
                TextClaims found = extractor.extract(text);
                own.add(document, found);
                pooled.add(document, found);
                given.add(
                        document,
                        extractor.extractWithGold(text, document.mentions()),
                        extractor.extractWithGold(text, document.mentions(), document.chains()));
                fit.add(document, generous.extract(text));
            }
        }
        return own;
    }

    private static void print(PrintWriter lines, Evaluation evaluation) {
        lines.printf(
                Locale.ROOT,
                "entity %.2f, chain %.2f, relation %.2f (P %.2f, R %.2f)%n",
                evaluation.entities().f1(),
                evaluation.chains().f1(),
                evaluation.relations().f1(),
                evaluation.relations().precision(),
                evaluation.relations().recall());
        lines.flush();
    }
}
