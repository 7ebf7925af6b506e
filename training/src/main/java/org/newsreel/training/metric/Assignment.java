package org.newsreel.training.metric;

import java.util.Arrays;

/** The assignment problem by the Hungarian method with potentials (Kuhn 1955, Jonker and Volgenant 1987), O(n²m). */
final class Assignment {
    private Assignment() {}

    /** The largest sum of values, at most one from each row and each column. */
    static double best(double[][] value) {
        if (value.length == 0 || value[0].length == 0) {
            return 0;
        }
        double[][] rows = value.length <= value[0].length ? value : transposed(value);
        int n = rows.length;
        int m = rows[0].length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[m + 1];
        // Row that each column is given to, from 1; column 0 stands for the row that is being placed.
        int[] rowOf = new int[m + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[m + 1];
            int[] before = new int[m + 1];
            boolean[] visited = new boolean[m + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            do {
                visited[column] = true;
                int current = rowOf[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int c = 1; c <= m; c++) {
                    if (visited[c]) {
                        continue;
                    }
                    double reduced = -rows[current - 1][c - 1] - rowPotential[current] - columnPotential[c];
                    if (reduced < least[c]) {
                        least[c] = reduced;
                        before[c] = column;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
                for (int c = 0; c <= m; c++) {
                    if (visited[c]) {
                        rowPotential[rowOf[c]] += step;
                        columnPotential[c] -= step;
                    } else {
                        least[c] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }
        double sum = 0;
        for (int c = 1; c <= m; c++) {
            if (rowOf[c] > 0) {
                sum += rows[rowOf[c] - 1][c - 1];
            }
        }
        return sum;
    }

    private static double[][] transposed(double[][] value) {
        double[][] turned = new double[value[0].length][value.length];
        for (int r = 0; r < value.length; r++) {
            for (int c = 0; c < value[0].length; c++) {
                turned[c][r] = value[r][c];
            }
        }
        return turned;
    }
}
