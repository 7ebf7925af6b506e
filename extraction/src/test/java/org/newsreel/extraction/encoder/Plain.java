package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The parts of Transformers in plain Java and double precision, over parameters by name. */
final class Plain {
    private final Map<String, Parameter> parameters;

    Plain(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Fills parameters with values that no symmetry hides. */
    static void fill(Map<String, Parameter> parameters, int seed) {
        Random random = new Random(seed);
        parameters.forEach((name, parameter) -> {
            boolean variance = name.endsWith("running_var");
            float[] values = random(random, (int) parameter.getArray().size(), 0.4f);
            for (int i = 0; variance && i < values.length; i++) {
                values[i] = 0.5f + Math.abs(values[i]);
            }
            parameter.getArray().set(values);
        });
    }

    static float[] random(Random random, int count, float scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() * scale;
        }
        return values;
    }

    double[] values(String name) {
        float[] values = parameters.get(name).getArray().toFloatArray();
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    double[] row(String name, int row, int width) {
        return java.util.Arrays.copyOfRange(values(name), row * width, (row + 1) * width);
    }

    double[][] linear(double[][] x, String name) {
        double[] w = values(name + ".weight");
        double[] b = values(name + ".bias");
        double[][] y = new double[x.length][b.length];
        for (int i = 0; i < x.length; i++) {
            for (int o = 0; o < b.length; o++) {
                y[i][o] = b[o];
                for (int c = 0; c < x[i].length; c++) {
                    y[i][o] += w[o * x[i].length + c] * x[i][c];
                }
            }
        }
        return y;
    }

    double[][] norm(double[][] x, String name, double eps) {
        double[] g = values(name + ".weight");
        double[] b = values(name + ".bias");
        double[][] y = new double[x.length][g.length];
        for (int i = 0; i < x.length; i++) {
            double mean = 0;
            double square = 0;
            for (double value : x[i]) {
                mean += value / g.length;
            }
            for (double value : x[i]) {
                square += (value - mean) * (value - mean) / g.length;
            }
            for (int c = 0; c < g.length; c++) {
                y[i][c] = (x[i][c] - mean) / Math.sqrt(square + eps) * g[c] + b[c];
            }
        }
        return y;
    }

    /** Whether position {@code i} may attend to position {@code j}. */
    interface Sight {
        boolean sees(int i, int j);
    }

    /** The weights of all heads: [heads][n][s]. */
    static double[][][] map(double[][] q, double[][] k, int heads, Sight sight) {
        int size = q[0].length / heads;
        double[][][] map = new double[heads][q.length][k.length];
        for (int h = 0; h < heads; h++) {
            for (int i = 0; i < q.length; i++) {
                double total = 0;
                for (int j = 0; j < k.length; j++) {
                    double score = 0;
                    for (int c = h * size; c < (h + 1) * size; c++) {
                        score += q[i][c] * k[j][c];
                    }
                    map[h][i][j] = sight.sees(i, j) ? Math.exp(score / Math.sqrt(size)) : 0;
                    total += map[h][i][j];
                }
                for (int j = 0; j < k.length; j++) {
                    map[h][i][j] /= total;
                }
            }
        }
        return map;
    }

    static double[][] attend(double[][] q, double[][] k, double[][] v, int heads, Sight sight) {
        double[][][] map = map(q, k, heads, sight);
        int size = q[0].length / heads;
        double[][] context = new double[q.length][q[0].length];
        for (int i = 0; i < q.length; i++) {
            for (int c = 0; c < context[i].length; c++) {
                for (int j = 0; j < k.length; j++) {
                    context[i][c] += map[c / size][i][j] * v[j][c];
                }
            }
        }
        return context;
    }

    static double[][] each(double[][] x, DoubleUnaryOperator function) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = java.util.Arrays.stream(x[i]).map(function).toArray();
        }
        return y;
    }

    static double gelu(double x) {
        return x * 0.5 * (1 + ReferenceBert.erf(x / Math.sqrt(2)));
    }

    static double geluTanh(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    static double[][] sum(double[][] a, double[][] b) {
        double[][] s = new double[a.length][a[0].length];
        for (int i = 0; i < s.length; i++) {
            for (int c = 0; c < s[i].length; c++) {
                s[i][c] = a[i][c] + b[i][c];
            }
        }
        return s;
    }

    static double[][] stack(double[][] a, double[][] b) {
        double[][] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    static double[][] wide(float[] values, int width) {
        double[][] wide = new double[values.length / width][width];
        for (int i = 0; i < values.length; i++) {
            wide[i / width][i % width] = values[i];
        }
        return wide;
    }

    static void assertClose(NDArray actual, double[][] expected, double tolerance) {
        float[] values = actual.toFloatArray();
        int i = 0;
        for (double[] row : expected) {
            for (double value : row) {
                assertThat((double) values[i]).as("value %d", i).isCloseTo(value, within(tolerance));
                i++;
            }
        }
        assertThat(values).hasSize(i);
    }

    /** The sum of an array's values in a fixed random direction, to differentiate. */
    static NDArray along(NDManager scratch, NDArray array) {
        float[] direction = random(new Random(17), (int) array.size(), 0.3f);
        Shape shape = array.getShape();
        return array.mul(scratch.create(direction, shape)).sum();
    }
}
