package org.newsreel.training.chinese;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.newsreel.extraction.chinese.FeatureWeights;
import org.newsreel.training.chinese.ChineseDocument.Example;

/** One logistic regression a column, over sparse features, by stochastic gradient. */
final class LogisticLearner {
    private LogisticLearner() {}

    static FeatureWeights learn(List<Example> examples, int columns, LearningPlan plan, long seed) {
        FeatureIndex index =
                FeatureIndex.of(examples.stream().map(Example::features).toList(), plan.least());
        List<Example> numbered = new ArrayList<>(examples.stream()
                .map(e -> new Example(index.numbers(e.features()), e.wanted()))
                .toList());
        Weights weights = new Weights(index.size() * columns, plan.rate());
        Random random = new Random(seed);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            Collections.shuffle(numbered, random);
            for (Example example : numbered) {
                step(weights, example, columns, plan.dropout(), random);
            }
            if (plan.counts(epoch)) {
                weights.remember();
            }
        }
        return FeatureWeights.of(index.features(), weights.mean(), columns, plan.most());
    }

    private static void step(Weights weights, Example example, int columns, double dropout, Random random) {
        int[] kept = Dropout.of(example.features(), dropout, random);
        float scale = (float) (1 / (1 - dropout));
        for (int column = 0; column < columns; column++) {
            int wanted = example.wanted()[column];
            if (wanted < 0) {
                continue;
            }
            double score = 0;
            for (int feature : kept) {
                score += weights.values[feature * columns + column];
            }
            float gradient = (float) (wanted - 1 / (1 + Math.exp(-score * scale)));
            if (Math.abs(gradient) >= Weights.NEGLIGIBLE) {
                for (int feature : kept) {
                    weights.step(feature * columns + column, gradient * scale);
                }
            }
        }
    }
}
