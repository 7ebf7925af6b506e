package org.newsreel.training.chinese;

/**
 * Weights that learn by AdaGrad (Duchi et al. 2011). The result is their mean over the second half of the passes, which
 * swings less than where they end.
 */
final class Weights {
    /** A gradient below this moves nothing: most characters are soon certain, and skipping them saves most of the time. */
    static final float NEGLIGIBLE = 1e-3f;

    private static final double EPSILON = 1e-8;

    private final double rate;
    final float[] values;
    private final float[] squares;
    private final double[] sums;
    private int summed;

    Weights(int count, double rate) {
        this.rate = rate;
        this.values = new float[count];
        this.squares = new float[count];
        this.sums = new double[count];
    }

    /** One step up the gradient. */
    void step(int at, float gradient) {
        squares[at] += gradient * gradient;
        values[at] += (float) (rate * gradient / Math.sqrt(squares[at] + EPSILON));
    }

    /** Takes the weights as they are into the mean. */
    void remember() {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
        summed++;
    }

    float[] mean() {
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / summed);
        }
        return mean;
    }
}
