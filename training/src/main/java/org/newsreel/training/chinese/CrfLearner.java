package org.newsreel.training.chinese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.newsreel.extraction.chinese.FeatureWeights;
import org.newsreel.extraction.chinese.SpanTags;

/** A linear-chain CRF over characters by stochastic gradient of the log likelihood (Lafferty et al. 2001), a step a document. */
final class CrfLearner {
    /** What was learned; transitions as in the model. */
    record Learned(FeatureWeights tags, float[] transitions, float[] start) {}

    private record Sequence(int[][] features, int[] tags) {}

    /** A character whose tag is this certain teaches nothing. */
    private static final double CERTAIN = 4e-3;

    private final SpanTags tags;
    private final int k;
    private final LearningPlan plan;
    private final Random random;
    private final Weights weights;
    /** Row 0 for the text's beginning, row 1 + t for tag t. */
    private final Weights transitions;

    private CrfLearner(SpanTags tags, int features, LearningPlan plan, long seed) {
        this.tags = tags;
        this.k = tags.size();
        this.plan = plan;
        this.random = new Random(seed);
        this.weights = new Weights(features * k, plan.rate());
        this.transitions = new Weights((k + 1) * k, plan.rate());
    }

    static Learned learn(List<ChineseDocument> documents, SpanTags tags, LearningPlan plan, long seed) {
        FeatureIndex index = FeatureIndex.of(
                documents.stream().flatMap(d -> Arrays.stream(d.characters())).toList(), plan.least());
        List<Sequence> sequences = new ArrayList<>(documents.stream()
                .filter(d -> d.tags().length > 0)
                .map(d -> new Sequence(
                        Arrays.stream(d.characters()).map(index::numbers).toArray(int[][]::new), d.tags()))
                .toList());
        CrfLearner learner = new CrfLearner(tags, index.size(), plan, seed);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            Collections.shuffle(sequences, learner.random);
            sequences.forEach(learner::step);
            if (plan.counts(epoch)) {
                learner.weights.remember();
                learner.transitions.remember();
            }
        }
        float[] all = learner.transitions.mean();
        int k = tags.size();
        return new Learned(
                FeatureWeights.of(index.features(), learner.weights.mean(), k, plan.most()),
                Arrays.copyOfRange(all, k, all.length),
                Arrays.copyOf(all, k));
    }

    private void step(Sequence sequence) {
        int n = sequence.tags().length;
        float scale = (float) (1 / (1 - plan.dropout()));
        int[][] kept = new int[n][];
        double[][] emissions = new double[n][k];
        for (int i = 0; i < n; i++) {
            kept[i] = Dropout.of(sequence.features()[i], plan.dropout(), random);
            for (int feature : kept[i]) {
                for (int t = 0; t < k; t++) {
                    emissions[i][t] += weights.values[feature * k + t];
                }
            }
            double most = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < k; t++) {
                emissions[i][t] *= scale;
                most = Math.max(most, emissions[i][t]);
            }
            for (int t = 0; t < k; t++) {
                emissions[i][t] = Math.exp(emissions[i][t] - most);
            }
        }
        double[][] moves = moves();
        double[][] forward = forward(emissions, moves);
        double[][] backward = backward(emissions, moves);
        double[] moved = new double[(k + 1) * k];
        for (int i = 0; i < n; i++) {
            int wanted = sequence.tags()[i];
            float[] gradient = gradient(forward[i], backward[i], wanted);
            if (i == 0) {
                for (int t = 0; t < k; t++) {
                    moved[t] += gradient[t];
                }
            } else {
                addMoves(forward[i - 1], emissions[i], backward[i], moves, moved);
                moved[(sequence.tags()[i - 1] + 1) * k + wanted] += 1;
            }
            learn(kept[i], gradient, scale);
        }
        for (int m = 0; m < moved.length; m++) {
            if (moved[m] != 0) {
                transitions.step(m, (float) moved[m]);
            }
        }
    }

    private void learn(int[] features, float[] gradient, float scale) {
        boolean certain = true;
        for (float g : gradient) {
            certain &= Math.abs(g) < CERTAIN;
        }
        if (certain) {
            return;
        }
        for (int feature : features) {
            for (int t = 0; t < k; t++) {
                if (Math.abs(gradient[t]) >= Weights.NEGLIGIBLE) {
                    weights.step(feature * k + t, gradient[t] * scale);
                }
            }
        }
    }

    /** Exponentials of the transitions, 0 for those that must not be. [1 + k][k] */
    private double[][] moves() {
        double[][] moves = new double[k + 1][k];
        for (int from = -1; from < k; from++) {
            for (int to = 0; to < k; to++) {
                moves[from + 1][to] = tags.allows(from, to) ? Math.exp(transitions.values[(from + 1) * k + to]) : 0;
            }
        }
        return moves;
    }

    private double[][] forward(double[][] emissions, double[][] moves) {
        int n = emissions.length;
        double[][] forward = new double[n][k];
        for (int i = 0; i < n; i++) {
            for (int to = 0; to < k; to++) {
                double sum = i == 0 ? moves[0][to] : 0;
                for (int from = 0; i > 0 && from < k; from++) {
                    sum += forward[i - 1][from] * moves[from + 1][to];
                }
                forward[i][to] = sum * emissions[i][to];
            }
            normalise(forward[i]);
        }
        return forward;
    }

    private double[][] backward(double[][] emissions, double[][] moves) {
        int n = emissions.length;
        double[][] backward = new double[n][k];
        for (int i = n - 1; i >= 0; i--) {
            for (int from = 0; from < k; from++) {
                double sum = i == n - 1 && tags.allows(from, -1) ? 1 : 0;
                for (int to = 0; i < n - 1 && to < k; to++) {
                    sum += moves[from + 1][to] * emissions[i + 1][to] * backward[i + 1][to];
                }
                backward[i][from] = sum;
            }
            normalise(backward[i]);
        }
        return backward;
    }

    private static void normalise(double[] values) {
        double sum = Arrays.stream(values).sum();
        for (int t = 0; t < values.length; t++) {
            values[t] /= sum;
        }
    }

    private float[] gradient(double[] forward, double[] backward, int wanted) {
        double[] p = new double[k];
        for (int t = 0; t < k; t++) {
            p[t] = forward[t] * backward[t];
        }
        normalise(p);
        float[] gradient = new float[k];
        for (int t = 0; t < k; t++) {
            gradient[t] = (float) ((t == wanted ? 1 : 0) - p[t]);
        }
        return gradient;
    }

    /** Takes the expected transitions between two characters off. */
    private void addMoves(double[] before, double[] emissions, double[] after, double[][] moves, double[] moved) {
        double[] expected = new double[k * k];
        for (int from = 0; from < k; from++) {
            for (int to = 0; to < k; to++) {
                expected[from * k + to] = before[from] * moves[from + 1][to] * emissions[to] * after[to];
            }
        }
        normalise(expected);
        for (int m = 0; m < expected.length; m++) {
            moved[k + m] -= expected[m];
        }
    }
}
