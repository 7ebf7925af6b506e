package org.newsreel.training.metric;

import java.util.List;
import org.newsreel.extraction.pair.PairConfig;
import org.newsreel.extraction.pair.PairDecoder;

/** Chooses what turns a pair network's logits into probabilities and decisions, on examples that it has not seen. */
public final class PairCalibration {
    private static final int BINS = 10;
    private static final double[] TEMPERATURES = range(0.5, 3, 0.02);
    private static final double[] BIASES = range(-2, 2, 0.1);
    /** F1 over few examples is jagged: a bias is judged together with its neighbours. */
    private static final int NEIGHBOURS = 2;

    private PairCalibration() {}

    /**
     * The configuration with the temperature of the least cross entropy (Guo et al. 2017) and the bias of None of the
     * greatest F1, if it is greater than without.
     *
     * @param logits of the relation types, by example
     * @param gold index of the right relation type, by example
     */
    public static PairConfig fit(PairConfig config, List<float[]> logits, int[] gold) {
        if (logits.isEmpty()) {
            return config;
        }
        double temperature = 1;
        double least = Double.MAX_VALUE;
        for (double candidate : TEMPERATURES) {
            double entropy = crossEntropy(new PairDecoder(config.calibrated(candidate, 0)), logits, gold);
            if (entropy < least) {
                least = entropy;
                temperature = candidate;
            }
        }
        double[] f1 = new double[BIASES.length];
        for (int i = 0; i < f1.length; i++) {
            f1[i] = measure(config.calibrated(temperature, BIASES[i]), logits, gold)
                    .score()
                    .f1();
        }
        double bias = 0;
        double most = -1;
        for (int i = NEIGHBOURS; i < f1.length - NEIGHBOURS; i++) {
            double sum = 0;
            for (int j = i - NEIGHBOURS; j <= i + NEIGHBOURS; j++) {
                sum += f1[j];
            }
            if (sum > most) {
                most = sum;
                bias = BIASES[i];
            }
        }
        // What wins on average but not itself is chance.
        double plain =
                measure(config.calibrated(temperature, 0), logits, gold).score().f1();
        double chosen = measure(config.calibrated(temperature, bias), logits, gold)
                .score()
                .f1();
        return config.calibrated(temperature, chosen > plain ? bias : 0);
    }

    /** What the decisions of a configuration are worth. */
    public static PairMetric measure(PairConfig config, List<float[]> logits, int[] gold) {
        PairDecoder decoder = new PairDecoder(config);
        PairMetric metric = new PairMetric(config.relations().indexOf(PairConfig.NONE));
        for (int i = 0; i < gold.length; i++) {
            metric.add(gold[i], decoder.decide(logits.get(i)));
        }
        return metric;
    }

    private static double crossEntropy(PairDecoder decoder, List<float[]> logits, int[] gold) {
        double sum = 0;
        for (int i = 0; i < gold.length; i++) {
            sum -= Math.log(Math.max(1e-12, decoder.probabilities(logits.get(i))[gold[i]]));
        }
        return sum / gold.length;
    }

    /**
     * Expected calibration error over ten bins of equal width of the probability of the label decided on (Guo et al.
     * 2017), in [0, 1].
     */
    public static double error(PairConfig config, List<float[]> logits, int[] gold) {
        PairDecoder decoder = new PairDecoder(config);
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < gold.length; i++) {
            int label = decoder.decide(logits.get(i));
            double p = decoder.probabilities(logits.get(i))[label];
            int bin = Math.min(BINS - 1, (int) (p * BINS));
            confidence[bin] += p;
            right[bin] += label == gold[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return gold.length == 0 ? 0 : error / gold.length;
    }

    private static double[] range(double from, double to, double step) {
        double[] values = new double[(int) Math.round((to - from) / step) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + i * step;
        }
        return values;
    }
}
