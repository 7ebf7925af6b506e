package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.newsreel.extraction.layer.Functions;

/**
 * Encodes texts of any length with a {@link TextEncoder}: what is longer than its limit goes through it in windows that
 * share a quarter of their room with the next, and a piece that two windows hold gets the mean of its states. No piece is
 * left out.
 */
public final class LongTexts {
    private record Window(int text, int from, int to) {}

    private LongTexts() {}

    /**
     * Encodes a batch.
     *
     * @param manager owns all that is made
     * @param texts piece ids, each with the first and the last special token, at least these two
     * @param limit most pieces of a window, special tokens included; at most the encoder's
     * @param reduce makes of the {@code L + 1} states {@code [W, w, d]} of windows what is wanted, in the same shape
     * @return each wanted array for whole texts, {@code [B, n, d]}; after a text's end come values of no meaning
     */
    public static NDList states(
            TextEncoder encoder,
            NDManager manager,
            List<long[]> texts,
            int limit,
            UnaryOperator<NDList> reduce,
            boolean training) {
        List<Window> windows = windows(texts, Math.min(limit, encoder.maxPositions()));
        int w = windows.stream().mapToInt(x -> x.to() - x.from() + 2).max().orElse(2);
        long[] ids = new long[windows.size() * w];
        float[] mask = new float[ids.length];
        for (int row = 0; row < windows.size(); row++) {
            Window window = windows.get(row);
            long[] text = texts.get(window.text());
            int length = window.to() - window.from();
            ids[row * w] = text[0];
            System.arraycopy(text, window.from(), ids, row * w + 1, length);
            ids[row * w + 1 + length] = text[text.length - 1];
            Arrays.fill(mask, row * w, row * w + length + 2, 1f);
        }
        Shape grid = new Shape(windows.size(), w);
        NDList states = reduce.apply(encoder.states(manager.create(ids, grid), manager.create(mask, grid), training));
        return windows.size() == texts.size() ? states : joined(manager, states, windows, texts, w);
    }

    /**
     * The states of words, which are those of their first pieces.
     *
     * @param states {@code [B, n, d]} of pieces
     * @param words where each word's first piece stands in its text
     * @return {@code [B, w, d]}; after a text's last word come values of no meaning
     */
    public static NDList words(NDList states, List<int[]> words) {
        int most = words.stream().mapToInt(w -> w.length).max().orElse(0);
        long length = states.head().getShape().get(1);
        long[] index = new long[words.size() * most];
        for (int b = 0; b < words.size(); b++) {
            for (int i = 0; i < most; i++) {
                int[] own = words.get(b);
                index[b * most + i] = b * length + (i < own.length ? own[i] : 0);
            }
        }
        NDArray at = states.head().getManager().create(index);
        NDList ofWords = new NDList();
        for (NDArray state : states) {
            long d = state.getShape().get(2);
            ofWords.add(Functions.rows(state.reshape(-1, d), at).reshape(words.size(), most, d));
        }
        return ofWords;
    }

    /** 1 for each word of each text, 0 after its end: {@code [B, w]}. */
    public static NDArray wordMask(NDManager manager, List<int[]> words) {
        int most = words.stream().mapToInt(w -> w.length).max().orElse(0);
        float[] mask = new float[words.size() * most];
        for (int b = 0; b < words.size(); b++) {
            Arrays.fill(mask, b * most, b * most + words.get(b).length, 1f);
        }
        return manager.create(mask, new Shape(words.size(), most));
    }

    /** Ranges of pieces without the special ones; each piece is in one or two. */
    private static List<Window> windows(List<long[]> texts, int limit) {
        int room = limit - 2;
        if (room < 1) {
            throw new IllegalArgumentException("a window of " + limit + " pieces has no room for text");
        }
        int step = room - room / 4;
        List<Window> windows = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            int end = texts.get(text).length - 1;
            if (end < 1) {
                throw new IllegalArgumentException("a text of " + (end + 1) + " pieces lacks the special ones");
            }
            int from = 1;
            for (; from + room < end; from += step) {
                windows.add(new Window(text, from, from + room));
            }
            windows.add(new Window(text, from, end));
        }
        return windows;
    }

    private static NDList joined(NDManager manager, NDList states, List<Window> windows, List<long[]> texts, int w) {
        int n = texts.stream().mapToInt(t -> t.length).max().orElse(0);
        int size = texts.size() * n;
        long[] first = new long[size];
        long[] second = new long[size];
        boolean[] taken = new boolean[size];
        for (int row = 0; row < windows.size(); row++) {
            Window window = windows.get(row);
            int start = window.text() * n;
            int end = texts.get(window.text()).length - 1;
            // The special tokens come from the windows that hold the text's ends.
            int from = window.from() == 1 ? 0 : window.from();
            int to = window.to() == end ? end + 1 : window.to();
            for (int i = from; i < to; i++) {
                long at = (long) row * w + i - window.from() + 1;
                if (!taken[start + i]) {
                    first[start + i] = at;
                    taken[start + i] = true;
                }
                second[start + i] = at;
            }
        }
        NDArray one = manager.create(first);
        NDArray other = manager.create(second);
        NDList joined = new NDList();
        for (NDArray state : states) {
            long d = state.getShape().get(2);
            NDArray flat = state.reshape(-1, d);
            NDArray mean = Functions.scale(Functions.rows(flat, one).add(Functions.rows(flat, other)), 0.5);
            joined.add(mean.reshape(texts.size(), n, d));
        }
        return joined;
    }
}
