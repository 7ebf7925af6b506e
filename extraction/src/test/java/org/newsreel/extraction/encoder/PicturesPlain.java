package org.newsreel.extraction.encoder;

/** Convolutional networks in plain Java and double precision, for one picture: [channels][rows][columns]. */
final class PicturesPlain {
    private final Plain plain;

    PicturesPlain(Plain plain) {
        this.plain = plain;
    }

    static double[][][] picture(float[] values, int side) {
        double[][][] x = new double[3][side][side];
        for (int i = 0; i < values.length; i++) {
            x[i / side / side][i / side % side][i % side] = values[i];
        }
        return x;
    }

    double[][][] convolve(double[][][] x, String name, int out, int size, int stride, int padding) {
        double[] w = plain.values(name + ".weight");
        int side = (x[0].length + 2 * padding - size) / stride + 1;
        double[][][] y = new double[out][side][side];
        for (int o = 0; o < out; o++) {
            for (int r = 0; r < side; r++) {
                for (int c = 0; c < side; c++) {
                    y[o][r][c] = at(x, w, o, r * stride - padding, c * stride - padding, size);
                }
            }
        }
        return y;
    }

    private static double at(double[][][] x, double[] w, int o, int top, int left, int size) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) {
                    boolean inside =
                            top + r >= 0 && top + r < x[i].length && left + c >= 0 && left + c < x[i][0].length;
                    sum += inside ? w[((o * x.length + i) * size + r) * size + c] * x[i][top + r][left + c] : 0;
                }
            }
        }
        return sum;
    }

    interface PerChannel {
        double apply(int channel, double value);
    }

    static double[][][] each(double[][][] x, PerChannel function) {
        double[][][] y = new double[x.length][x[0].length][x[0].length];
        for (int o = 0; o < x.length; o++) {
            for (int r = 0; r < x[o].length; r++) {
                for (int c = 0; c < x[o].length; c++) {
                    y[o][r][c] = function.apply(o, x[o][r][c]);
                }
            }
        }
        return y;
    }

    static double[][][] relu(double[][][] x) {
        return each(x, (o, value) -> Math.max(0, value));
    }

    double[][][] batchNorm(double[][][] x, String name) {
        double[] g = plain.values(name + ".weight");
        double[] b = plain.values(name + ".bias");
        double[] m = plain.values(name + ".running_mean");
        double[] v = plain.values(name + ".running_var");
        return each(x, (o, value) -> (value - m[o]) / Math.sqrt(v[o] + 1e-5) * g[o] + b[o]);
    }

    static double[][][] maxPool(double[][][] x, int size, int stride, int padding) {
        int side = (x[0].length + 2 * padding - size) / stride + 1;
        double[][][] y = new double[x.length][side][side];
        for (int o = 0; o < x.length; o++) {
            for (int r = 0; r < side; r++) {
                for (int c = 0; c < side; c++) {
                    double best = Double.NEGATIVE_INFINITY;
                    for (int i = Math.max(0, r * stride - padding);
                            i < Math.min(x[o].length, r * stride - padding + size);
                            i++) {
                        for (int j = Math.max(0, c * stride - padding);
                                j < Math.min(x[o].length, c * stride - padding + size);
                                j++) {
                            best = Math.max(best, x[o][i][j]);
                        }
                    }
                    y[o][r][c] = best;
                }
            }
        }
        return y;
    }

    /** One row for each channel. */
    static double[][] rows(double[][][] x) {
        double[][] rows = new double[x.length][];
        for (int o = 0; o < x.length; o++) {
            rows[o] = java.util.Arrays.stream(x[o])
                    .flatMapToDouble(java.util.Arrays::stream)
                    .toArray();
        }
        return rows;
    }
}
