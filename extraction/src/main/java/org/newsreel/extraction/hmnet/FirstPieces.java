package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/**
 * Where the tokens of several posts begin among their pieces, padded to the most tokens.
 *
 * @param counts tokens of every post
 * @param width {@code w}, at least 1
 * @param rows of the first pieces among all posts' pieces, {@code [B * w]}; 0 for padding
 * @param mask {@code [B * w]}
 */
record FirstPieces(int[] counts, int width, long[] rows, float[] mask) {
    /** For posts that are padded to {@code length} pieces. */
    static FirstPieces of(List<HmnetExample> batch, long length) {
        int[][] first = batch.stream().map(e -> e.post().firstPieces()).toArray(int[][]::new);
        int[] counts = Arrays.stream(first).mapToInt(f -> f.length).toArray();
        int width = Math.max(1, Arrays.stream(counts).max().orElseThrow());
        long[] rows = new long[first.length * width];
        float[] mask = new float[rows.length];
        for (int b = 0; b < first.length; b++) {
            for (int t = 0; t < counts[b]; t++) {
                rows[b * width + t] = b * length + first[b][t];
                mask[b * width + t] = 1;
            }
        }
        return new FirstPieces(counts, width, rows, mask);
    }

    /** {@code [B, n, d]} → {@code [B, w, d]}. */
    NDArray of(NDArray h) {
        long batch = h.getShape().get(0);
        long d = h.getShape().get(2);
        return Functions.rows(h.reshape(-1, d), h.getManager().create(rows)).reshape(batch, width, d);
    }

    /** {@code [B, w]}. */
    NDArray maskArray(NDManager manager) {
        return manager.create(mask, new Shape(counts.length, width));
    }

    /**
     * The gold tags, {@code [B, w]} int64.
     *
     * @throws IllegalArgumentException when a post has no tokens or no gold tags
     */
    NDArray gold(NDManager manager, List<HmnetExample> batch) {
        long[] tags = new long[rows.length];
        for (int b = 0; b < counts.length; b++) {
            int[] own = batch.get(b)
                    .tags()
                    .orElseThrow(() -> new IllegalArgumentException("a post without gold tags can't be learned from"));
            if (own.length == 0) {
                throw new IllegalArgumentException("a post without tokens can't be learned from");
            }
            for (int t = 0; t < own.length; t++) {
                tags[b * width + t] = own[t];
            }
        }
        return manager.create(tags, new Shape(counts.length, width));
    }
}
