package org.newsreel.training.metric;

import java.util.List;
import org.newsreel.extraction.model.NetworkCalibration;

/** Fits how far a network's figures can be believed, on examples that it was not trained on. */
public final class NetworkFit {
    private static final double COARSE = 0.05;
    private static final int STEPS = 19;
    /** F1 over few examples is jagged: a threshold is judged together with its neighbours. */
    private static final int NEIGHBOURS = 1;

    private NetworkFit() {}

    /**
     * The temperature of the least cross entropy (Guo et al. 2017) and the threshold of the greatest F1, on what lies in
     * [0.1, 0.9]; nothing is fitted to nothing.
     *
     * @param logits by example
     * @param gold index of the right label, by example
     * @param none index of the label that stands for no relation
     */
    public static NetworkCalibration of(List<float[]> logits, List<Integer> gold, int none) {
        if (logits.isEmpty()) {
            return NetworkCalibration.NONE;
        }
        NetworkCalibration best = NetworkCalibration.NONE;
        double least = Double.MAX_VALUE;
        for (int i = 1; i <= 100; i++) {
            NetworkCalibration candidate = new NetworkCalibration(i * COARSE, best.threshold(), best.precision());
            double entropy = crossEntropy(candidate, logits, gold);
            if (entropy < least) {
                least = entropy;
                best = candidate;
            }
        }
        Score[] scores = new Score[STEPS];
        for (int i = 0; i < STEPS; i++) {
            scores[i] = score(best, (i + 1) * COARSE, logits, gold, none);
        }
        int chosen = STEPS / 2;
        double most = -1;
        for (int i = NEIGHBOURS; i < STEPS - NEIGHBOURS; i++) {
            double sum = 0;
            for (int j = i - NEIGHBOURS; j <= i + NEIGHBOURS; j++) {
                sum += scores[j].f1();
            }
            // Of equals the one nearest to a half.
            boolean nearer = Math.abs(i - STEPS / 2) < Math.abs(chosen - STEPS / 2);
            if (sum > most || sum == most && nearer) {
                most = sum;
                chosen = i;
            }
        }
        return new NetworkCalibration(best.temperature(), (chosen + 1) * COARSE, scores[chosen].precision() / 100);
    }

    private static double crossEntropy(NetworkCalibration calibration, List<float[]> logits, List<Integer> gold) {
        double sum = 0;
        for (int i = 0; i < logits.size(); i++) {
            sum -= Math.log(Math.max(1e-12, calibration.probabilities(logits.get(i))[gold.get(i)]));
        }
        return sum / logits.size();
    }

    private static Score score(
            NetworkCalibration calibration, double threshold, List<float[]> logits, List<Integer> gold, int none) {
        PairMetric metric = new PairMetric(none);
        for (int i = 0; i < logits.size(); i++) {
            double[] p = calibration.probabilities(logits.get(i));
            int best = none == 0 ? 1 : 0;
            for (int r = 0; r < p.length; r++) {
                best = r != none && p[r] > p[best] ? r : best;
            }
            metric.add(gold.get(i), p[best] >= threshold ? best : none);
        }
        return metric.score();
    }
}
