package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.newsreel.extraction.layer.Weights;

/** Eq. 8 to 11 and 13 to 14 in doubles, one example at a time, from a network's parameters by name. */
final class PlainFusion {
    private final Map<String, ai.djl.nn.Parameter> byName;

    PlainFusion(Weights weights) {
        byName = weights.byName();
    }

    private NDArray array(String name) {
        return byName.get(name).getArray();
    }

    /** x·Wᵀ + b; without a bias of the name, none. */
    double[][] linear(double[][] x, String name) {
        float[] w = array(name + ".weight").toFloatArray();
        float[] b = byName.containsKey(name + ".bias") ? array(name + ".bias").toFloatArray() : null;
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

    static double[][] relu(double[][] x) {
        double[][] y = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            for (int c = 0; c < x[r].length; c++) {
                y[r][c] = Math.max(0, x[r][c]);
            }
        }
        return y;
    }

    private static double[][] gelu(double[][] x) {
        double[][] y = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            for (int c = 0; c < x[r].length; c++) {
                y[r][c] = x[r][c] * normal(x[r][c]);
            }
        }
        return y;
    }

    /** Φ by the trapezoidal rule. */
    private static double normal(double x) {
        int steps = 4000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = x * i / steps;
            sum += (i == 0 || i == steps ? 0.5 : 1) * Math.exp(-t * t / 2);
        }
        return 0.5 + sum * x / steps / Math.sqrt(2 * Math.PI);
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

    double[][] encoder(double[][] x, String level) {
        return linear(gelu(linear(x, level + ".encoder.inner")), level + ".encoder.mean");
    }

    private double[][] attention(double[][] x, double[][] k, double[][] v, String name, int heads) {
        double[][] q = linear(x, name + ".query");
        double[][] keys = linear(k, name + ".key");
        double[][] values = linear(v, name + ".value");
        int d = q[0].length;
        int width = d / heads;
        double[][] mixed = new double[q.length][d];
        for (int h = 0; h < heads; h++) {
            for (int i = 0; i < q.length; i++) {
                double[] weight = new double[keys.length];
                double sum = 0;
                for (int j = 0; j < keys.length; j++) {
                    double score = 0;
                    for (int c = h * width; c < (h + 1) * width; c++) {
                        score += q[i][c] * keys[j][c];
                    }
                    weight[j] = Math.exp(score / Math.sqrt(width));
                    sum += weight[j];
                }
                for (int j = 0; j < keys.length; j++) {
                    for (int c = h * width; c < (h + 1) * width; c++) {
                        mixed[i][c] += weight[j] / sum * values[j][c];
                    }
                }
            }
        }
        return linear(mixed, name + ".output");
    }

    /** Eq. 8 to 10. */
    double[][] level(double[][] x, double[][] other, String name, int heads) {
        double[][] q = encoder(x, name);
        double[][] k = encoder(linear(other, name + ".key"), name);
        double[][] v = encoder(linear(other, name + ".value"), name);
        double[][] h = plus(q, attention(q, k, v, name + ".attention", heads));
        double[][] deeper = plus(h, linear(gelu(linear(h, name + ".inner")), name + ".outer"));
        return decoder(deeper, name);
    }

    double[][] decoder(double[][] z, String level) {
        return linear(gelu(linear(z, level + ".decoder.inner")), level + ".decoder.outer");
    }

    /** Eq. 11. */
    double[][] fused(double[][] x, double[][][] levels, String name, int heads) {
        double[][] sum = linear(x, name + ".own");
        String[] names = {"low", "middle", "high"};
        for (int i = 0; i < names.length; i++) {
            String level = name + "." + names[i];
            sum = plus(sum, linear(level(x, levels[i], level, heads), level + ".output"));
        }
        return norm(sum, name + ".norm");
    }

    private double[][] norm(double[][] x, String name) {
        float[] g = array(name + ".weight").toFloatArray();
        float[] b = array(name + ".bias").toFloatArray();
        double[][] y = new double[x.length][x[0].length];
        for (int r = 0; r < x.length; r++) {
            double mean = java.util.Arrays.stream(x[r]).average().orElse(0);
            double variance = 0;
            for (double value : x[r]) {
                variance += (value - mean) * (value - mean) / x[r].length;
            }
            for (int c = 0; c < x[r].length; c++) {
                y[r][c] = (x[r][c] - mean) / Math.sqrt(variance + 1e-5) * g[c] + b[c];
            }
        }
        return y;
    }

    /** Eq. 13 and 14 for one level. */
    double[][] constructed(double[][] x, String name, int level, int prompt, int kernel) {
        double[][] seen = relu(linear(x, name + ".shared"));
        int d = x[0].length;
        float[] p = array(name + ".prompt" + level).toFloatArray();
        double[][] h = new double[prompt + x.length][];
        for (int i = 0; i < prompt; i++) {
            h[i] = new double[d];
            for (int c = 0; c < d; c++) {
                h[i][c] = p[i * d + c];
            }
        }
        System.arraycopy(seen, 0, h, prompt, seen.length);
        float[] w = array(name + ".convolution" + level + ".weight").toFloatArray();
        float[] b = array(name + ".convolution" + level + ".bias").toFloatArray();
        double[][] y = new double[h.length][d];
        for (int i = 0; i < h.length; i++) {
            for (int o = 0; o < d; o++) {
                y[i][o] = b[o];
                for (int t = 0; t < kernel; t++) {
                    int at = i + t - kernel / 2;
                    for (int c = 0; at >= 0 && at < h.length && c < d; c++) {
                        y[i][o] += w[(o * d + c) * kernel + t] * h[at][c];
                    }
                }
            }
        }
        return relu(y);
    }
}
