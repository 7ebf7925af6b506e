package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.newsreel.training.metric.Score;
import org.newsreel.training.paper.NetworkMeasure;

/** What {@code evaluate} does with a network of a paper. */
final class NetworkEvaluation {
    private static final double PERCENT = 100;

    private final PrintWriter out;
    private final PrintWriter err;

    NetworkEvaluation(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    int run(NetworkMeasure measure, Path models, boolean json) {
        NetworkMeasure.Measured measured = measure.of(models);
        measured.failures().forEach(sentence -> err.println("newsreel: " + sentence));
        if (measured.examples() == 0) {
            throw new CommandFailure(
                    CommandFailure.SOME_FAILED, "No example of " + measure.gold() + " could be measured.");
        }
        if (json) {
            out.println(json(measure, measured));
        } else {
            print(measure, measured);
        }
        out.flush();
        return measured.failures().isEmpty() ? 0 : CommandFailure.SOME_FAILED;
    }

    private static String json(NetworkMeasure measure, NetworkMeasure.Measured measured) {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("network", measure.network());
        node.put("corpus", measure.corpus());
        node.put("examples", measured.examples());
        node.put("failed", measured.failures().size());
        measured.figures().accuracy().ifPresent(accuracy -> node.put("accuracy", rounded(accuracy)));
        measured.figures().scores().forEach((task, score) -> {
            ObjectNode one = node.putObject(task);
            one.put("precision", rounded(score.precision()));
            one.put("recall", rounded(score.recall()));
            one.put("f1", rounded(score.f1()));
        });
        return node.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * PERCENT) / PERCENT;
    }

    private void print(NetworkMeasure measure, NetworkMeasure.Measured measured) {
        int all = measured.examples() + measured.failures().size();
        out.printf(
                Locale.ROOT,
                "%s on %s: %d examples, %.1f %% failed%n",
                measure.network(),
                measure.corpus(),
                measured.examples(),
                PERCENT * measured.failures().size() / all);
        out.printf("%-10s %9s %9s %9s%n", "", "precision", "recall", "F1");
        measured.figures().scores().forEach(this::row);
        measured.figures().accuracy().ifPresent(a -> out.printf(Locale.ROOT, "accuracy %.2f %%%n", a));
    }

    private void row(String name, Score score) {
        out.printf(Locale.ROOT, "%-10s %9.2f %9.2f %9.2f%n", name, score.precision(), score.recall(), score.f1());
    }
}
