package org.newsreel.extraction.encoder;

import java.util.Map;

/** BERT in plain Java and double precision, written from the equations, for one sequence. */
final class ReferenceBert {
    private final BertConfig config;
    private final Map<String, double[]> weights;

    ReferenceBert(BertConfig config, Map<String, double[]> weights) {
        this.config = config;
        this.weights = weights;
    }

    /** Hidden states of the embeddings and every layer: [L + 1][n][d]. */
    double[][][] run(int[] ids, int[] shapes) {
        int d = config.hiddenSize();
        double[][] x = new double[ids.length][d];
        for (int i = 0; i < ids.length; i++) {
            for (int c = 0; c < d; c++) {
                x[i][c] = at("embeddings.word_embeddings.weight", ids[i], c, d)
                        + at("embeddings.position_embeddings.weight", i, c, d)
                        + at("embeddings.token_type_embeddings.weight", 0, c, d)
                        + (config.shapes() > 0 ? at(BertEncoder.SHAPE_TABLE, shapes[i], c, d) : 0);
            }
        }
        double[][][] states = new double[config.layers() + 1][][];
        states[0] = norm(x, "embeddings.LayerNorm");
        for (int l = 0; l < config.layers(); l++) {
            states[l + 1] = layer(states[l], "encoder.layer." + l + ".");
        }
        return states;
    }

    private double[][] layer(double[][] x, String p) {
        double[][] q = linear(x, p + "attention.self.query");
        double[][] k = linear(x, p + "attention.self.key");
        double[][] v = linear(x, p + "attention.self.value");
        int size = config.hiddenSize() / config.heads();
        double[][] context = new double[x.length][config.hiddenSize()];
        for (int h = 0; h < config.heads(); h++) {
            for (int i = 0; i < x.length; i++) {
                double[] score = new double[x.length];
                double total = 0;
                for (int j = 0; j < x.length; j++) {
                    for (int c = h * size; c < (h + 1) * size; c++) {
                        score[j] += q[i][c] * k[j][c];
                    }
                    score[j] = Math.exp(score[j] / Math.sqrt(size));
                    total += score[j];
                }
                for (int j = 0; j < x.length; j++) {
                    for (int c = h * size; c < (h + 1) * size; c++) {
                        context[i][c] += score[j] / total * v[j][c];
                    }
                }
            }
        }
        double[][] y = norm(sum(x, linear(context, p + "attention.output.dense")), p + "attention.output.LayerNorm");
        double[][] f = linear(y, p + "intermediate.dense");
        for (double[] row : f) {
            for (int c = 0; c < row.length; c++) {
                row[c] = row[c] * 0.5 * (1 + erf(row[c] / Math.sqrt(2)));
            }
        }
        return norm(sum(y, linear(f, p + "output.dense")), p + "output.LayerNorm");
    }

    private double[][] linear(double[][] x, String name) {
        double[] w = weights.get(name + ".weight");
        double[] b = weights.get(name + ".bias");
        int in = x[0].length;
        double[][] y = new double[x.length][b.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < b.length; o++) {
                y[i][o] = b[o];
                for (int c = 0; c < in; c++) {
                    y[i][o] += w[o * in + c] * x[i][c];
                }
            }
        }
        return y;
    }

    private double[][] norm(double[][] x, String name) {
        double[] g = weights.get(name + ".weight");
        double[] b = weights.get(name + ".bias");
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double mean = 0;
            double square = 0;
            for (double value : x[i]) {
                mean += value / x[i].length;
            }
            for (double value : x[i]) {
                square += (value - mean) * (value - mean) / x[i].length;
            }
            y[i] = new double[x[i].length];
            for (int c = 0; c < y[i].length; c++) {
                y[i][c] = (x[i][c] - mean) / Math.sqrt(square + config.layerNormEps()) * g[c] + b[c];
            }
        }
        return y;
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] s = new double[a.length][a[0].length];
        for (int i = 0; i < s.length; i++) {
            for (int c = 0; c < s[i].length; c++) {
                s[i][c] = a[i][c] + b[i][c];
            }
        }
        return s;
    }

    /** By the series with positive terms only (Abramowitz and Stegun 7.1.6), which loses no digits. */
    static double erf(double x) {
        if (Math.abs(x) > 6) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; n < 300; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private double at(String name, int row, int column, int width) {
        return weights.get(name)[row * width + column];
    }
}
