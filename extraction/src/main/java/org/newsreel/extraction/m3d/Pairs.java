package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/** Which rows of mentions or chains stand in which pairs. */
final class Pairs {
    private final List<long[]> rows = new ArrayList<>();

    private void add(int first, int second) {
        rows.add(new long[] {first, second});
    }

    /** Every two mentions of a text, the earlier first. */
    static Pairs mentions(List<List<M3dExample.Mention>> texts) {
        Pairs pairs = new Pairs();
        int before = 0;
        for (List<M3dExample.Mention> text : texts) {
            for (int i = 0; i < text.size(); i++) {
                for (int j = i + 1; j < text.size(); j++) {
                    pairs.add(before + i, before + j);
                }
            }
            before += text.size();
        }
        return pairs;
    }

    /** Every two chains of a text in both orders, as in {@link M3dExample#pairs()}. */
    static Pairs chains(List<List<M3dExample.Mention>> texts) {
        Pairs pairs = new Pairs();
        int before = 0;
        for (List<M3dExample.Mention> text : texts) {
            int chains = MentionStates.chains(text);
            for (M3dExample.Pair pair : M3dExample.pairs(chains)) {
                pairs.add(before + pair.subject(), before + pair.object());
            }
            before += chains;
        }
        return pairs;
    }

    int count() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The first of each pair: {@code [N, d]} → {@code [P, d]}. */
    NDArray first(NDArray states) {
        return side(states, 0);
    }

    /** The second of each pair: {@code [N, d]} → {@code [P, d]}. */
    NDArray second(NDArray states) {
        return side(states, 1);
    }

    private NDArray side(NDArray states, int side) {
        NDManager manager = states.getManager();
        return Functions.rows(
                states, manager.create(rows.stream().mapToLong(r -> r[side]).toArray()));
    }
}
