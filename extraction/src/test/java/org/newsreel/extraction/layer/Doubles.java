package org.newsreel.extraction.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.Random;

/** Matrices of doubles, to write equations in plain Java, and arrays to compare them with. */
public final class Doubles {
    private Doubles() {}

    /** Values with a deviation of 1. */
    public static float[] random(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** An array of values with a deviation of 1. */
    public static NDArray array(NDManager manager, Random random, long... shape) {
        Shape whole = new Shape(shape);
        return manager.create(random(random, (int) whole.size()), whole);
    }

    /** Fills parameters with values that no symmetry hides; variances stay positive. */
    public static void fill(Map<String, Parameter> parameters, int seed) {
        Random random = new Random(seed);
        parameters.forEach((name, parameter) -> {
            float[] values = random(random, (int) parameter.getArray().size());
            for (int i = 0; i < values.length; i++) {
                values[i] = name.endsWith("var") ? 0.5f + Math.abs(values[i]) : 0.4f * values[i];
            }
            parameter.getArray().set(values);
        });
    }

    /** The last axis as columns. */
    public static double[][] of(NDArray array) {
        float[] values = array.toFloatArray();
        int width = (int) array.getShape().get(array.getShape().dimension() - 1);
        double[][] rows = new double[values.length / width][width];
        for (int i = 0; i < values.length; i++) {
            rows[i / width][i % width] = values[i];
        }
        return rows;
    }

    /** A product of matrices. */
    public static double[][] times(double[][] x, double[][] y) {
        double[][] product = new double[x.length][y[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                for (int k = 0; k < y.length; k++) {
                    product[i][j] += x[i][k] * y[k][j];
                }
            }
        }
        return product;
    }

    public static double[][] turned(double[][] x) {
        double[][] turned = new double[x[0].length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                turned[j][i] = x[i][j];
            }
        }
        return turned;
    }

    /** {@code x·Wᵀ + b}. */
    public static double[][] linear(double[][] x, NDArray weight, NDArray bias) {
        double[][] y = times(x, turned(of(weight)));
        float[] b = bias.toFloatArray();
        for (double[] row : y) {
            for (int i = 0; i < row.length; i++) {
                row[i] += b[i];
            }
        }
        return y;
    }

    /** Of every row. */
    public static double[][] softmax(double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            y[i] = new double[x[i].length];
            for (int j = 0; j < x[i].length; j++) {
                y[i][j] = Math.exp(x[i][j]);
                sum += y[i][j];
            }
            for (int j = 0; j < x[i].length; j++) {
                y[i][j] /= sum;
            }
        }
        return y;
    }

    /** Some columns. */
    public static double[][] columns(double[][] x, int from, int to) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = java.util.Arrays.copyOfRange(x[i], from, to);
        }
        return y;
    }

    /** Fails unless an array has the values of rows, one after another. */
    public static void same(NDArray actual, double[][] expected) {
        float[] values = actual.toFloatArray();
        int i = 0;
        for (double[] row : expected) {
            for (double value : row) {
                assertThat(values.length).as("values").isGreaterThan(i);
                assertThat((double) values[i]).as("value %d", i).isCloseTo(value, within(1e-4));
                i++;
            }
        }
        assertThat(values).hasSize(i);
    }

    /** The sum of an array's values in a fixed random direction, to differentiate. */
    public static NDArray along(NDArray array) {
        return array.mul(array(
                        array.getManager(), new Random(17), array.getShape().getShape()))
                .sum();
    }
}
