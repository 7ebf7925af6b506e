package org.newsreel.training.trainer;

/** Linear warm-up over the first tenth of the steps, then linear decay to zero. */
record Schedule(double peak, int steps) {
    private static final double WARM_UP = 0.1;

    /** The learning rate of a step, counted from 0. */
    double at(int step) {
        double up = (step + 1) / Math.max(1, WARM_UP * steps);
        double down = 1 - (double) step / steps;
        return peak * Math.max(0, Math.min(Math.min(1, up), down / (1 - WARM_UP)));
    }
}
