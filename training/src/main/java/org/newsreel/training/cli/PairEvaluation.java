package org.newsreel.training.cli;

import ai.djl.Device;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairExtractor;
import org.newsreel.training.corpus.PairCorpus;
import org.newsreel.training.corpus.PairExample;
import org.newsreel.training.metric.PairCalibration;
import org.newsreel.training.metric.PairMetric;
import org.newsreel.training.trainer.PairTrainer;

/** What {@code evaluate pair} does. */
final class PairEvaluation {
    private static final double PERCENT = 100;

    private final PrintWriter out;
    private final PrintWriter err;

    PairEvaluation(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Measures a model on an MNRE file and prints accuracy, precision, recall and F1 without None. */
    int run(Path gold, Path models, boolean json) {
        try (PairExtractor extractor =
                PairExtractor.load(ModelDirectory.model(models, ModelDirectory.PAIR_EN), Device.cpu())) {
            TorchOps.inferOnThisThread();
            PairConfig config = extractor.model().orElseThrow().config();
            PairCorpus corpus = PairTraining.read(gold, extractor.reader(), config);
            corpus.failures().forEach(sentence -> err.println("newsreel: " + sentence));
            List<PairExample> examples = corpus.all();
            if (examples.isEmpty()) {
                throw new CommandFailure(CommandFailure.SOME_FAILED, "No example of " + gold + " could be measured.");
            }
            List<float[]> logits = PairTrainer.logits(extractor.network(), examples);
            int[] labels = examples.stream().mapToInt(PairExample::relation).toArray();
            PairMetric metric = PairCalibration.measure(config, logits, labels);
            double error = PairCalibration.error(config, logits, labels);
            if (json) {
                out.println(json(metric, error, corpus.failures().size()));
            } else {
                print(metric, error, corpus.failures().size());
            }
            out.flush();
            return corpus.failures().isEmpty() ? 0 : CommandFailure.SOME_FAILED;
        }
    }

    private static String json(PairMetric metric, double error, int failed) {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("corpus", "mnre");
        node.put("examples", metric.pairs());
        node.put("failed", failed);
        node.put("accuracy", rounded(metric.accuracy()));
        ObjectNode relation = node.putObject("relation");
        relation.put("precision", rounded(metric.score().precision()));
        relation.put("recall", rounded(metric.score().recall()));
        relation.put("f1", rounded(metric.score().f1()));
        node.put("calibrationError", rounded(PERCENT * error));
        return node.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * PERCENT) / PERCENT;
    }

    private void print(PairMetric metric, double error, int failed) {
        int all = metric.pairs() + failed;
        out.printf(Locale.ROOT, "mnre: %d examples, %.1f %% failed%n", metric.pairs(), PERCENT * failed / all);
        out.printf("%-10s %9s %9s %9s %9s%n", "", "accuracy", "precision", "recall", "F1");
        out.printf(
                Locale.ROOT,
                "%-10s %9.2f %9.2f %9.2f %9.2f%n",
                "relation",
                metric.accuracy(),
                metric.score().precision(),
                metric.score().recall(),
                metric.score().f1());
        out.printf(Locale.ROOT, "expected calibration error %.2f %%%n", PERCENT * error);
    }
}
