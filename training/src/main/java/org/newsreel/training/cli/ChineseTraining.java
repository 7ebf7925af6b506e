package org.newsreel.training.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsreel.extraction.chinese.ChineseAnalyzer;
import org.newsreel.extraction.chinese.ChineseConfig;
import org.newsreel.extraction.chinese.ChineseModel;
import org.newsreel.extraction.chinese.ChineseTextExtractor;
import org.newsreel.extraction.chinese.SpanTags;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextClaims;
import org.newsreel.training.chinese.ChineseDocument;
import org.newsreel.training.chinese.ChineseLearner;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.metric.CalibrationFit;
import org.newsreel.training.metric.Evaluation;

/**
 * Trains the Chinese models, or cross-validates them over M3D's videos.
 *
 * @param out where the model goes, or what cross-validation decided
 * @param decisions file with what an earlier cross-validation decided
 */
record ChineseTraining(Path out, long seed, Optional<Path> decisions) {
    /** What users call it. */
    static final String NETWORK = "text-zh";

    /** Mean link probability that was best in cross-validation. */
    private static final double CHAIN_THRESHOLD = 0.5;

    /** Until there is a calibration: cross-validation was best near this. */
    private static final Calibration UNCALIBRATED = new Calibration(1, 0, 0.15);

    /** Relations are collected down to this probability for calibration. */
    private static final double LEAST = 0.02;

    private ChineseConfig config() {
        Decisions decided = decisions.map(Decisions::read).orElse(new Decisions(CHAIN_THRESHOLD, UNCALIBRATED));
        return new ChineseConfig(LabelSpace.m3d().with(decided.relations()), decided.chainThreshold());
    }

    /** Trains on all of these documents and saves the model. */
    void train(List<GoldDocument> gold, PrintWriter lines, Progress progress) {
        List<ChineseDocument> documents = read(gold, ChineseAnalyzer.load(), progress);
        Path directory = out.resolve(ModelDirectory.TEXT_ZH);
        learner(config()).learn(documents, progress::step).save(directory);
        lines.println("model in " + directory);
        lines.flush();
    }

    private ChineseLearner learner(ChineseConfig config) {
        return new ChineseLearner(ModelDirectory.TEXT_ZH, config, seed);
    }

    private List<ChineseDocument> read(List<GoldDocument> gold, ChineseAnalyzer analyzer, Progress progress) {
        LabelSpace space = LabelSpace.m3d();
        SpanTags tags = new SpanTags(space.types());
        RelationLabels labels = new RelationLabels(space.relations());
        return gold.stream()
                .filter(d -> d.item().language().filter(l -> l.startsWith("zh")).isPresent())
                .map(d -> {
                    progress.step("analyse " + d.item().id());
                    return ChineseDocument.of(d, analyzer, tags, labels);
                })
                .toList();
    }

    /** Measures every document by a model that has not seen its video, and writes what follows for the thresholds. */
    void crossValidate(List<GoldDocument> gold, int folds, PrintWriter lines, Progress progress) {
        ChineseAnalyzer analyzer = ChineseAnalyzer.load();
        List<ChineseDocument> documents = read(gold, analyzer, progress);
        ChineseConfig config = config();
        Evaluation found = new Evaluation(config.space());
        Evaluation given = new Evaluation(config.space());
        CalibrationFit fit = new CalibrationFit(config.space());
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            ChineseModel model = learner(config)
                    .learn(
                            documents.stream()
                                    .filter(d -> fold(d, folds) != held)
                                    .toList(),
                            progress::step);
            List<ChineseDocument> unseen =
                    documents.stream().filter(d -> fold(d, folds) == held).toList();
            Evaluation own = new Evaluation(config.space());
            measure(analyzer, model, unseen, List.of(own, found), given, fit);
            lines.printf(Locale.ROOT, "fold %d of %d, %d documents: ", fold + 1, folds, unseen.size());
            print(lines, own);
        }
        lines.print("all folds, end to end: ");
        print(lines, found);
        lines.print("all folds, annotated mentions and chains: ");
        print(lines, given);
        Calibration calibration = fit.calibration();
        lines.printf(
                Locale.ROOT,
                "calibration of relations: probability 1 / (1 + exp(-(%.4f * score + %.4f))), best threshold %.3f;"
                        + " expected calibration error %.4f before, %.4f after%n",
                calibration.scale(),
                calibration.shift(),
                calibration.threshold(),
                fit.error(Calibration.NONE),
                fit.error(calibration));
        try {
            Files.createDirectories(out);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException("The directory " + out + " can't be made.", e);
        }
        new Decisions(config.chainThreshold(), calibration).write(out.resolve("decisions.json"));
        lines.flush();
    }

    private static int fold(ChineseDocument document, int folds) {
        return Split.fold(document.gold().item().id(), folds);
    }

    private static void measure(
            ChineseAnalyzer analyzer,
            ChineseModel model,
            List<ChineseDocument> unseen,
            List<Evaluation> found,
            Evaluation given,
            CalibrationFit fit) {
        ChineseConfig config = model.config();
        Calibration low = new Calibration(1, 0, LEAST);
        ChineseTextExtractor extractor = ChineseTextExtractor.of(analyzer, model);
        ChineseTextExtractor generous = ChineseTextExtractor.of(
                analyzer, model.with(new ChineseConfig(config.space().with(low), config.chainThreshold())));
        for (ChineseDocument document : unseen) {
            GoldDocument gold = document.gold();
            String text = gold.item().text();
            TextClaims claims = extractor.extract(text);
            found.forEach(e -> e.add(gold, claims));
            given.add(
                    gold,
                    extractor.extractWithGold(text, gold.mentions()),
                    extractor.extractWithGold(text, gold.mentions(), gold.chains()));
            fit.add(gold, generous.extract(text));
        }
    }

    private static void print(PrintWriter lines, Evaluation evaluation) {
        lines.printf(
                Locale.ROOT,
                "entity %.2f (P %.2f, R %.2f), chain %.2f, relation %.2f (P %.2f, R %.2f)%n",
                evaluation.entities().f1(),
                evaluation.entities().precision(),
                evaluation.entities().recall(),
                evaluation.chains().f1(),
                evaluation.relations().f1(),
                evaluation.relations().precision(),
                evaluation.relations().recall());
        lines.flush();
    }
}
