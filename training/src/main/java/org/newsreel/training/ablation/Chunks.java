package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.List;

/** Lists cut into batches for measuring. */
final class Chunks {
    private static final int SIZE = 32;

    private Chunks() {}

    static <E> List<List<E>> of(List<E> all) {
        List<List<E>> chunks = new ArrayList<>();
        for (int at = 0; at < all.size(); at += SIZE) {
            chunks.add(all.subList(at, Math.min(all.size(), at + SIZE)));
        }
        return chunks;
    }
}
