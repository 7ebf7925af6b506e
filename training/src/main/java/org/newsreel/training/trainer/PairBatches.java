package org.newsreel.training.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.newsreel.training.corpus.PairExample;

/** Examples of similar length together; another mix in every epoch. */
final class PairBatches {
    /** Examples among which neighbours by length are sought: enough for little padding, few enough for a good mix. */
    private static final int POOL = 2048;

    private PairBatches() {}

    static List<List<PairExample>> of(List<PairExample> examples, int pieces, Random random) {
        List<PairExample> mixed = new ArrayList<>(examples);
        Collections.shuffle(mixed, random);
        List<List<PairExample>> batches = new ArrayList<>();
        for (int at = 0; at < mixed.size(); at += POOL) {
            List<PairExample> pool = new ArrayList<>(mixed.subList(at, Math.min(mixed.size(), at + POOL)));
            pool.sort(Comparator.comparingInt(e -> e.input().length()));
            List<PairExample> current = new ArrayList<>();
            for (PairExample example : pool) {
                if (!current.isEmpty() && example.input().length() * (current.size() + 1) > pieces) {
                    batches.add(current);
                    current = new ArrayList<>();
                }
                current.add(example);
            }
            batches.add(current);
        }
        Collections.shuffle(batches, random);
        return batches;
    }
}
