package org.newsreel.training.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entities as runs of BIO tags: right when first token, last token and type are. Tag 0 is O, 2t + 1 begins a run of type
 * t and 2t + 2 goes on with it; an I without its B begins a run, as CoNLL's scorer has it.
 */
public final class TagMetric {
    private final Tally tally = new Tally();

    /** Adds a text, a tag a token. */
    public void add(int[] gold, int[] found) {
        Set<List<Integer>> wanted = runs(gold);
        Set<List<Integer>> given = runs(found);
        long right = given.stream().filter(wanted::contains).count();
        tally.precision(right, given.size());
        tally.recall(right, wanted.size());
    }

    public Score score() {
        return tally.score();
    }

    /** First token, one past the last, type. */
    private static Set<List<Integer>> runs(int[] tags) {
        Set<List<Integer>> runs = new HashSet<>();
        int from = -1;
        for (int i = 0; i <= tags.length; i++) {
            int tag = i < tags.length ? tags[i] : 0;
            boolean goesOn = from >= 0 && tag > 0 && tag % 2 == 0 && (tag - 1) / 2 == (tags[from] - 1) / 2;
            if (!goesOn && from >= 0) {
                runs.add(List.of(from, i, (tags[from] - 1) / 2));
                from = -1;
            }
            if (!goesOn && tag > 0) {
                from = i;
            }
        }
        return runs;
    }
}
