package org.newsreel.extraction.mdocre;

import ai.djl.nn.Parameter;
import java.util.Map;

/** Parts of the paper in doubles, from parameters by name. */
final class PlainMdocre {
    private final Map<String, Parameter> byName;

    PlainMdocre(Map<String, Parameter> byName) {
        this.byName = byName;
    }

    float[] values(String name) {
        return byName.get(name).getArray().toFloatArray();
    }

    double[][] linear(double[][] x, String name) {
        float[] w = values(name + ".weight");
        float[] b = byName.containsKey(name + ".bias") ? values(name + ".bias") : null;
        int in = x[0].length;
        int out = w.length / in;
        double[][] y = new double[x.length][out];
        for (int r = 0; r < x.length; r++) {
            for (int o = 0; o < out; o++) {
                y[r][o] = b == null ? 0 : b[o];
                for (int i = 0; i < in; i++) {
                    y[r][o] += x[r][i] * w[o * in + i];
                }
            }
        }
        return y;
    }

    double[][] norm(double[][] x, String name) {
        float[] g = values(name + ".weight");
        float[] b = values(name + ".bias");
        double[][] y = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            double mean = 0;
            for (double v : x[r]) {
                mean += v / x[r].length;
            }
            double variance = 0;
            for (double v : x[r]) {
                variance += (v - mean) * (v - mean) / x[r].length;
            }
            for (int c = 0; c < x[r].length; c++) {
                y[r][c] = (x[r][c] - mean) / Math.sqrt(variance + 1e-5) * g[c] + b[c];
            }
        }
        return y;
    }

    static double[][] stacked(double[][] x, double[][] y) {
        double[][] z = new double[x.length + y.length][];
        System.arraycopy(x, 0, z, 0, x.length);
        System.arraycopy(y, 0, z, x.length, y.length);
        return z;
    }

    /** softmax(QKᵀ/√d)·V in every head, then the rest of a Transformer layer. */
    double[][] layer(double[][] x, double[][] keys, double[][] values, String name, int heads) {
        double[][] q = linear(x, name + ".query");
        double[][] k = linear(keys, name + ".key");
        double[][] v = linear(values, name + ".value");
        int width = q[0].length / heads;
        double[][] mixed = new double[q.length][q[0].length];
        for (int h = 0; h < heads; h++) {
            for (int i = 0; i < q.length; i++) {
                double[] weight = new double[k.length];
                double sum = 0;
                for (int j = 0; j < k.length; j++) {
                    double score = 0;
                    for (int c = h * width; c < (h + 1) * width; c++) {
                        score += q[i][c] * k[j][c];
                    }
                    weight[j] = Math.exp(score / Math.sqrt(width));
                    sum += weight[j];
                }
                for (int j = 0; j < k.length; j++) {
                    for (int c = h * width; c < (h + 1) * width; c++) {
                        mixed[i][c] += weight[j] / sum * v[j][c];
                    }
                }
            }
        }
        double[][] h = norm(plus(x, linear(mixed, name + ".output")), name + ".first");
        double[][] inner = linear(h, name + ".inner");
        for (double[] row : inner) {
            for (int c = 0; c < row.length; c++) {
                row[c] *= normal(row[c]);
            }
        }
        return norm(plus(h, linear(inner, name + ".outer")), name + ".second");
    }

    static double[][] plus(double[][] x, double[][] y) {
        double[][] z = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            for (int c = 0; c < x[r].length; c++) {
                z[r][c] = x[r][c] + y[r][c];
            }
        }
        return z;
    }

    private static double normal(double x) {
        int steps = 4000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = x * i / steps;
            sum += (i == 0 || i == steps ? 0.5 : 1) * Math.exp(-t * t / 2);
        }
        return 0.5 + sum * x / steps / Math.sqrt(2 * Math.PI);
    }
}
