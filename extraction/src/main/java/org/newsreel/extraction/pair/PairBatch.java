package org.newsreel.extraction.pair;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/** Several inputs as padded arrays. */
record PairBatch(
        int size, int length, long[] pieces, long[] rows, float[] mask, long[] head, long[] tail, float[] means) {

    static PairBatch of(List<PairInput> inputs) {
        int b = inputs.size();
        int n = inputs.stream().mapToInt(PairInput::length).max().orElseThrow();
        PairBatch batch = new PairBatch(
                b,
                n,
                new long[b * n],
                new long[b * n],
                new float[b * n],
                new long[b],
                new long[b],
                new float[2 * b * n]);
        for (int row = 0; row < b; row++) {
            batch.put(row, inputs.get(row));
        }
        return batch;
    }

    private void put(int row, PairInput input) {
        int base = row * length;
        System.arraycopy(input.pieces(), 0, pieces, base, input.length());
        System.arraycopy(input.rows(), 0, rows, base, input.length());
        Arrays.fill(mask, base, base + input.length(), 1f);
        head[row] = base + input.head();
        tail[row] = base + input.tail();
        int headMembers = 0;
        int tailMembers = 0;
        for (int p = 0; p < input.length(); p++) {
            headMembers += input.inHead(p) ? 1 : 0;
            tailMembers += input.inTail(p) ? 1 : 0;
        }
        int headMean = 2 * row * length;
        int tailMean = headMean + length;
        for (int p = 0; p < input.length(); p++) {
            means[headMean + p] = input.inHead(p) ? 1f / headMembers : 0;
            means[tailMean + p] = input.inTail(p) ? 1f / tailMembers : 0;
        }
        // A mention without a piece, such as one of control characters, is what its marker makes of it.
        if (headMembers == 0) {
            means[headMean + input.head()] = 1;
        }
        if (tailMembers == 0) {
            means[tailMean + input.tail()] = 1;
        }
    }

    /** What the encoder takes. */
    NDList encoderInputs(NDManager manager) {
        Shape grid = new Shape(size, length);
        return new NDList(manager.create(pieces, grid), maskArray(manager), manager.create(rows, grid));
    }

    /** [B, n] */
    NDArray maskArray(NDManager manager) {
        return manager.create(mask, new Shape(size, length));
    }

    /** [B, 2, n] */
    NDArray meansArray(NDManager manager) {
        return manager.create(means, new Shape(size, 2, length));
    }
}
