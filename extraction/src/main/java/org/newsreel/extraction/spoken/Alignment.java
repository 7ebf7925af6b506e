package org.newsreel.extraction.spoken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which word of a text is which word of what is spoken, in order. Runs of three words that both sides have once are sure
 * (the anchors of patience diff); what lies between two of them is filled by the longest common subsequence. A match
 * without another one close by is no match: texts that are not transcripts share all small words.
 */
final class Alignment {
    static final int NONE = -1;

    /** Words of a run that is an anchor. */
    private static final int RUN = 3;

    /** Cells of the table between two anchors; larger gaps stay open. */
    private static final long MOST_CELLS = 4_000_000;

    /** A match counts when one of this many words before or after it has its partner as close. */
    private static final int CLOSE = 3;

    private final List<String> text;
    private final List<String> spoken;
    private final int[] partner;

    private Alignment(List<String> text, List<String> spoken) {
        this.text = text;
        this.spoken = spoken;
        this.partner = new int[text.size()];
        Arrays.fill(partner, NONE);
    }

    /** For each word of the text the index of the spoken word, or {@link #NONE}; increasing. */
    static int[] of(List<String> text, List<String> spoken) {
        Alignment alignment = new Alignment(text, spoken);
        int t = 0;
        int s = 0;
        for (int[] anchor : alignment.anchors()) {
            alignment.fill(t, anchor[0], s, anchor[1]);
            for (int i = 0; i < RUN; i++) {
                alignment.partner[anchor[0] + i] = anchor[1] + i;
            }
            t = Math.max(t, anchor[0] + RUN);
            s = Math.max(s, anchor[1] + RUN);
        }
        alignment.fill(t, text.size(), s, spoken.size());
        return alignment.supported();
    }

    /** Pairs of places of runs that both sides have once, increasing on both sides and consistent where they overlap. */
    private List<int[]> anchors() {
        Map<String, Integer> places = runs(spoken);
        Map<String, Integer> own = runs(text);
        List<int[]> pairs = new ArrayList<>();
        for (int t = 0; t + RUN <= text.size(); t++) {
            String run = run(text, t);
            Integer s = places.get(run);
            if (s != null && s != NONE && own.get(run) == t) {
                pairs.add(new int[] {t, s});
            }
        }
        List<int[]> rising = longestRising(pairs);
        List<int[]> kept = new ArrayList<>();
        for (int[] pair : rising) {
            int[] last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            boolean overlaps = last != null && (pair[0] < last[0] + RUN || pair[1] < last[1] + RUN);
            if (!overlaps || pair[0] - last[0] == pair[1] - last[1]) {
                kept.add(pair);
            }
        }
        return kept;
    }

    private static Map<String, Integer> runs(List<String> words) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            places.merge(run(words, i), i, (first, second) -> NONE);
        }
        return places;
    }

    private static String run(List<String> words, int at) {
        return String.join(" ", words.subList(at, at + RUN));
    }

    /** The longest subsequence of pairs, sorted by the first figure, in which the second rises too. */
    private static List<int[]> longestRising(List<int[]> pairs) {
        int[] ends = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(ends[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? NONE : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        List<int[]> rising = new ArrayList<>();
        for (int i = length == 0 ? NONE : ends[length - 1]; i != NONE; i = before[i]) {
            rising.add(pairs.get(i));
        }
        Collections.reverse(rising);
        return rising;
    }

    /** Longest common subsequence of the words from {@code t} to before {@code tEnd} and {@code s} to {@code sEnd}. */
    private void fill(int t, int tEnd, int s, int sEnd) {
        int rows = tEnd - t;
        int columns = sEnd - s;
        if (rows <= 0 || columns <= 0 || (long) rows * columns > MOST_CELLS) {
            return;
        }
        int[][] best = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                int match = matches(t + i, s + j) ? best[i + 1][j + 1] + weight(t + i, s + j) : 0;
                best[i][j] = Math.max(skip, match);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            boolean matched = matches(t + i, s + j) && best[i][j] == best[i + 1][j + 1] + weight(t + i, s + j);
            if (matched) {
                partner[t + i] = s + j;
                i++;
                j++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private boolean matches(int t, int s) {
        return Word.same(text.get(t), spoken.get(s));
    }

    /** Matches beside each other weigh more, so that a phrase stays together. */
    private int weight(int t, int s) {
        boolean follows = t > 0 && s > 0 && matches(t - 1, s - 1);
        return follows ? 3 : 2;
    }

    private int[] supported() {
        int[] kept = partner.clone();
        for (int t = 0; t < partner.length; t++) {
            if (partner[t] == NONE) {
                continue;
            }
            boolean supported = false;
            for (int d = 1; d <= CLOSE && !supported; d++) {
                supported = closeTo(t, t - d) || closeTo(t, t + d);
            }
            if (!supported) {
                kept[t] = NONE;
            }
        }
        return kept;
    }

    private boolean closeTo(int t, int other) {
        return other >= 0
                && other < partner.length
                && partner[other] != NONE
                && Math.abs(partner[other] - partner[t]) <= CLOSE;
    }
}
