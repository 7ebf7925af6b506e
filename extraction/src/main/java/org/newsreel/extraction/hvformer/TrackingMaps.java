package org.newsreel.extraction.hvformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hierarchical tracking maps (section 3.5) of one post: how much of the original patches is in what a word saw. A picture
 * or object has {@code n_V} positions, its class token first, then its patches row by row.
 *
 * @param levels one for each level that an expert reads
 */
public record TrackingMaps(List<Level> levels) {
    public TrackingMaps {
        levels = List.copyOf(levels);
    }

    /**
     * The maps of one level.
     *
     * @param layer of the image encoder
     * @param patches {@code H_V^l} of every picture, {@code [s][n_V][n_V]}; every row sums to 1; without meaning for an
     *     empty slot
     * @param tokens {@code H_C^l}, {@code [M][n_T][s·n_V]}; every row sums to 1
     */
    public record Level(int layer, double[][][] patches, double[][][] tokens) {}

    /**
     * Eq. 13 to 17: the patch-patch maps of one picture after every layer.
     *
     * @param attention {@code A_V} of every layer, {@code [K][n_V][n_V]} each, rows summing to 1
     * @return {@code L + 1} maps {@code [n_V][n_V]}, the identity first
     */
    static List<double[][]> patchMaps(List<double[][][]> attention) {
        int n = attention.get(0)[0].length;
        double[][] map = new double[n][n];
        for (int i = 0; i < n; i++) {
            map[i][i] = 1;
        }
        List<double[][]> maps = new ArrayList<>();
        maps.add(map);
        for (double[][][] heads : attention) {
            double[][] next = new double[n][];
            for (int i = 0; i < n; i++) {
                next[i] = map[i].clone();
                for (int j = 0; j < n; j++) {
                    double mean = 0;
                    for (double[][] head : heads) {
                        mean += head[i][j] / heads.length;
                    }
                    for (int p = 0; p < n; p++) {
                        next[i][p] += mean * map[j][p];
                    }
                }
            }
            normalise(next);
            map = next;
            maps.add(map);
        }
        return maps;
    }

    /**
     * Eq. 18: the patch-token map of one head.
     *
     * @param attention {@code A_C}, {@code [n_T][s·n_V]}
     * @param patches {@code H_V^l} of every picture, {@code [s][n_V][n_V]}; pictures do not see one another
     * @return {@code [n_T][s·n_V]}
     */
    static double[][] tokenMap(double[][] attention, double[][][] patches) {
        double[][] map = new double[attention.length][];
        for (int t = 0; t < map.length; t++) {
            map[t] = new double[attention[t].length];
            int base = 0;
            for (double[][] own : patches) {
                for (int i = 0; i < own.length; i++) {
                    for (int p = 0; p < own.length; p++) {
                        map[t][base + p] += attention[t][base + i] * own[i][p];
                    }
                }
                base += own.length;
            }
        }
        normalise(map);
        return map;
    }

    private static void normalise(double[][] rows) {
        for (double[] row : rows) {
            double sum = Arrays.stream(row).sum();
            for (int i = 0; i < row.length && sum > 0; i++) {
                row[i] /= sum;
            }
        }
    }
}
