package org.newsreel.training.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.newsreel.extraction.network.RelationClassifier;
import org.newsreel.training.metric.NetworkFit;
import org.newsreel.training.metric.PairMetric;

/** What the recipes measure in the same way. */
final class Measuring {
    static final String RELATION = "relation";
    static final String ENTITY = "entity";

    private static final int CHUNK = 16;

    private Measuring() {}

    /** Gives all examples, some at a time, so that few pictures are in memory. */
    static <E> void chunks(List<Gold<E>> examples, BiConsumer<List<Gold<E>>, List<E>> each) {
        for (int i = 0; i < examples.size(); i += CHUNK) {
            List<Gold<E>> some = examples.subList(i, Math.min(examples.size(), i + CHUNK));
            each.accept(some, some.stream().map(g -> g.example().get()).toList());
        }
    }

    /** A network that gives every example one label. */
    static <E> Figures labels(RelationClassifier<E> network, List<Gold<E>> examples, ToIntFunction<E> gold, int none) {
        PairMetric metric = new PairMetric(none);
        List<float[]> logits = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        chunks(examples, (some, read) -> {
            float[][] rows = network.scores(read);
            for (int i = 0; i < rows.length; i++) {
                logits.add(rows[i]);
                labels.add(gold.applyAsInt(read.get(i)));
                metric.add(gold.applyAsInt(read.get(i)), best(rows[i]));
            }
        });
        return Figures.of(RELATION, metric.score(), OptionalDouble.of(metric.accuracy()))
                .with(NetworkFit.of(logits, labels, none));
    }

    static int best(float[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }
}
