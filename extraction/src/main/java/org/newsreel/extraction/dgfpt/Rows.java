package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.newsreel.extraction.layer.Functions;

/**
 * Which rows of a table belong to each of a batch, so that nothing is padded before it has to be.
 *
 * @param groups {@code g}
 * @param width {@code w}, at least 1
 * @param index {@code [g * w]}, 0 where a group has no more rows
 * @param mask {@code [g * w]}, 1 for a row and 0 for none
 */
record Rows(int groups, int width, long[] index, float[] mask) {
    static Rows of(List<int[]> rows) {
        int width = Math.max(1, rows.stream().mapToInt(r -> r.length).max().orElse(1));
        long[] index = new long[rows.size() * width];
        float[] mask = new float[rows.size() * width];
        for (int g = 0; g < rows.size(); g++) {
            for (int i = 0; i < rows.get(g).length; i++) {
                index[g * width + i] = rows.get(g)[i];
                mask[g * width + i] = 1;
            }
        }
        return new Rows(rows.size(), width, index, mask);
    }

    /** {@code count} rows from {@code from}. */
    static int[] run(int from, int count) {
        return IntStream.range(from, from + count).toArray();
    }

    /** {@code [rows, d]} → {@code [g, w, d]}, 0 where a group has no more rows. */
    NDArray pick(NDArray table) {
        NDManager manager = table.getManager();
        NDArray picked = Functions.rows(table, manager.create(index));
        // [g·w, d] · [g·w, 1] → [g, w, d]
        return picked.mul(manager.create(mask, new Shape(mask.length, 1))).reshape(groups, width, -1);
    }

    /** {@code [rows, d]} → {@code [g, d]}, the mean of each group's rows; 0 for a group without. */
    NDArray mean(NDArray table) {
        float[] share = new float[groups];
        for (int g = 0; g < groups; g++) {
            float count = 0;
            for (int i = 0; i < width; i++) {
                count += mask[g * width + i];
            }
            share[g] = 1 / Math.max(1, count);
        }
        return pick(table).sum(new int[] {1}).mul(table.getManager().create(share, new Shape(groups, 1)));
    }

    /** {@code [g, w]}. */
    NDArray mask(NDManager manager) {
        return manager.create(mask, new Shape(groups, width));
    }

    /** {@code [g, 1]}, 1 for a group that has a row. */
    NDArray any(NDManager manager) {
        float[] any = new float[groups];
        for (int i = 0; i < mask.length; i++) {
            any[i / width] = Math.max(any[i / width], mask[i]);
        }
        return manager.create(any, new Shape(groups, 1));
    }

    /** {@code [g, 1, 1, w]}: 0, or what bars attention where there is no row. */
    NDArray bias(NDManager manager) {
        float[] bias = new float[mask.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = mask[i] > 0 ? 0 : Functions.MASKED;
        }
        return manager.create(bias, new Shape(groups, 1, 1, width));
    }
}
