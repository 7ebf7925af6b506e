package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/**
 * States of mentions and chains: means over words and over mentions.
 *
 * @param mentions {@code [M, d]}, those of the first text first
 * @param chains {@code [C, d]}, those of the first text first
 */
record MentionStates(NDArray mentions, NDArray chains) {
    /**
     * Pools.
     *
     * @param words {@code [T, n, d]}
     * @param texts the mentions of each text, at least one altogether
     */
    static MentionStates of(NDArray words, List<List<M3dExample.Mention>> texts) {
        NDManager manager = words.getManager();
        int n = (int) words.getShape().get(1);
        long d = words.getShape().get(2);
        int most = texts.stream().mapToInt(List::size).max().orElse(0);
        int count = texts.stream().mapToInt(List::size).sum();
        float[] share = new float[texts.size() * most * n];
        long[] index = new long[count];
        int chainCount = texts.stream().mapToInt(MentionStates::chains).sum();
        float[] chainShare = new float[chainCount * count];
        int mention = 0;
        int before = 0;
        for (int t = 0; t < texts.size(); t++) {
            List<M3dExample.Mention> own = texts.get(t);
            int[] size = new int[chains(own)];
            own.forEach(m -> size[m.chain()]++);
            for (int m = 0; m < own.size(); m++, mention++) {
                M3dExample.Mention one = own.get(m);
                for (int w = one.from(); w < one.to(); w++) {
                    share[(t * most + m) * n + w] = 1f / (one.to() - one.from());
                }
                index[mention] = (long) t * most + m;
                chainShare[(before + one.chain()) * count + mention] = 1f / size[one.chain()];
            }
            before += size.length;
        }
        // [T, m, n] · [T, n, d] -> [T·m, d] -> [M, d]
        NDArray all = Functions.matmul(manager.create(share, new Shape(texts.size(), most, n)), words);
        NDArray mentions = Functions.rows(all.reshape(-1, d), manager.create(index));
        NDArray chains = Functions.matmul(manager.create(chainShare, new Shape(chainCount, count)), mentions);
        return new MentionStates(mentions, chains);
    }

    static int chains(List<M3dExample.Mention> mentions) {
        return mentions.stream().mapToInt(M3dExample.Mention::chain).max().orElse(-1) + 1;
    }
}
