package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Weights;

/** Layers in doubles, written from their formulas, over a network's parameters. */
final class Reference {
    private final Weights weights;

    Reference(Weights weights) {
        this.weights = weights;
    }

    double[] parameter(String name) {
        return doubles(weights.byName().get(name).getArray());
    }

    static double[] doubles(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    double[] linear(String name, double[] x) {
        double[] w = parameter(name + ".weight");
        double[] y = parameter(name + ".bias");
        for (int o = 0; o < y.length; o++) {
            for (int i = 0; i < x.length; i++) {
                y[o] += w[o * x.length + i] * x[i];
            }
        }
        return y;
    }

    double[] norm(String name, double[] x) {
        double[] gain = parameter(name + ".weight");
        double[] bias = parameter(name + ".bias");
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        double variance = 0;
        for (double v : x) {
            variance += (v - mean) * (v - mean) / x.length;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (x[i] - mean) / Math.sqrt(variance + 1e-5) * gain[i] + bias[i];
        }
        return y;
    }

    /** One query over rows, all of which count. */
    double[] attend(String name, double[] x, double[][] rows, int heads) {
        double[] q = linear(name + ".query", x);
        int size = x.length / heads;
        double[] context = new double[x.length];
        for (int h = 0; h < heads; h++) {
            double[] score = new double[rows.length];
            for (int j = 0; j < rows.length; j++) {
                double[] k = linear(name + ".key", rows[j]);
                for (int c = h * size; c < (h + 1) * size; c++) {
                    score[j] += q[c] * k[c] / Math.sqrt(size);
                }
            }
            double[] weight = softmax(score);
            for (int j = 0; j < rows.length; j++) {
                double[] v = linear(name + ".value", rows[j]);
                for (int c = h * size; c < (h + 1) * size; c++) {
                    context[c] += weight[j] * v[c];
                }
            }
        }
        return linear(name + ".output", context);
    }

    static double[] softmax(double[] x) {
        double sum = 0;
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(x[i]);
            sum += y[i];
        }
        for (int i = 0; i < x.length; i++) {
            y[i] /= sum;
        }
        return y;
    }

    static double[] plus(double[] x, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < x.length; i++) {
            sum[i] += y[i];
        }
        return sum;
    }

    static double geluTanh(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    static double cosine(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xy / Math.sqrt(xx * yy);
    }
}
