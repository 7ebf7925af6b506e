package org.newsreel.extraction.network;

import java.util.Arrays;

/** The assignment problem by the Hungarian method with potentials (Kuhn 1955, Jonker and Volgenant 1987), O(n²m). */
public final class Assignment {
    private Assignment() {}

    /** The largest sum of values, at most one from each row and each column; 0 when there are none. */
    public static double best(double[][] value) {
        int[] columns = columns(value);
        double sum = 0;
        for (int r = 0; r < columns.length; r++) {
            sum += columns[r] < 0 ? 0 : value[r][columns[r]];
        }
        return sum;
    }

    /**
     * Which column each row is given so that the sum of values is the largest. As many are given as there are rows or
     * columns, whichever are fewer.
     *
     * @param value all rows of one length, all values numbers
     * @return a column for each row, -1 for a row without one
     */
    public static int[] columns(double[][] value) {
        int[] columns = new int[value.length];
        Arrays.fill(columns, -1);
        if (value.length == 0 || value[0].length == 0) {
            return columns;
        }
        for (double[] row : value) {
            for (double one : row) {
                if (Double.isNaN(one)) {
                    throw new IllegalArgumentException("nothing can be assigned by a value that is not a number");
                }
            }
        }
        boolean turned = value.length > value[0].length;
        int[] rowOf = rowOf(turned ? transposed(value) : value);
        for (int c = 1; c < rowOf.length; c++) {
            if (rowOf[c] > 0) {
                columns[turned ? c - 1 : rowOf[c] - 1] = turned ? rowOf[c] - 1 : c - 1;
            }
        }
        return columns;
    }

    /** The row from 1 of each column from 1, or 0; no more rows than columns. */
    private static int[] rowOf(double[][] rows) {
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
        return rowOf;
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
