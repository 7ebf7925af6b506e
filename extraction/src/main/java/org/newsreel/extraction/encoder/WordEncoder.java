package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.TorchOps;

/**
 * Hidden states of words: the last two layers' states at each word's first piece. A range of words that needs more pieces
 * than the encoder takes is encoded in overlapping windows, and a word that several windows hold gets the mean of its
 * states; no word is left out.
 */
public final class WordEncoder {
    private static final String OPS =
            """
            def rows(self, x: Tensor, index: Tensor) -> Tensor:
              return torch.index_select(torch.reshape(x, [-1, torch.size(x, 2)]), 0, index)
            def mean(self, x: Tensor, index: Tensor, share: Tensor, empty: Tensor) -> Tensor:
              return torch.index_add(empty, 0, index, torch.mul(x, torch.unsqueeze(share, 1)))
            """;

    /** How many windows go through the encoder together in inference. */
    private static final int BATCH = 4;

    private final BertEncoder encoder;
    private final TorchOps ops;

    public WordEncoder(BertEncoder encoder) {
        this.encoder = encoder;
        this.ops = TorchOps.of(OPS);
    }

    /** Longest window, in pieces without the two special ones. */
    private int room() {
        return encoder.config().maxPositions() - 2;
    }

    /** Whether a text fits into one window. */
    public boolean fits(Words words) {
        return words.pieceCount() <= room();
    }

    /**
     * Encodes several texts, each of which {@linkplain #fits fits}, as one padded batch.
     *
     * @return the states of all words of all texts, one text after the other
     */
    public WordStates encodeTogether(NDManager manager, ParameterStore store, List<Words> texts, boolean training) {
        List<Window> windows = new ArrayList<>();
        for (Words words : texts) {
            if (!fits(words)) {
                throw new IllegalArgumentException(
                        "a text of " + words.pieceCount() + " pieces does not fit into a window of " + room());
            }
            windows.add(new Window(words, 0, words.count()));
        }
        return firstPieces(manager, store, windows, training);
    }

    /**
     * Encodes the words {@code [from, to)} of a text, for inference.
     *
     * @return the states of {@code to - from} words
     */
    public WordStates encode(NDManager manager, ParameterStore store, Words words, int from, int to) {
        List<Window> windows = Window.covering(words, from, to, room());
        float[] shares = new float[to - from];
        for (Window window : windows) {
            for (int w = window.from(); w < window.to(); w++) {
                shares[w - from]++;
            }
        }
        int d = encoder.config().hiddenSize();
        NDArray last = manager.zeros(new Shape(to - from, d));
        NDArray below = manager.zeros(new Shape(to - from, d));
        for (int next = 0; next < windows.size(); next += BATCH) {
            List<Window> batch = windows.subList(next, Math.min(windows.size(), next + BATCH));
            try (NDManager scratch = manager.newSubManager()) {
                WordStates states = firstPieces(scratch, store, batch, false);
                int count = batch.stream().mapToInt(Window::count).sum();
                long[] index = new long[count];
                float[] share = new float[count];
                int i = 0;
                for (Window window : batch) {
                    for (int w = window.from(); w < window.to(); w++, i++) {
                        index[i] = w - from;
                        share[i] = 1 / shares[w - from];
                    }
                }
                NDArray at = scratch.create(index);
                NDArray by = scratch.create(share);
                last = added(manager, last, ops.apply(scratch, "mean", states.last(), at, by, last));
                below = added(manager, below, ops.apply(scratch, "mean", states.below(), at, by, below));
            }
        }
        return new WordStates(last, below);
    }

    private static NDArray added(NDManager manager, NDArray old, NDArray sum) {
        sum.attach(manager);
        old.close();
        return sum;
    }

    /** [windows, n] pieces -> [words of all windows, d]. */
    private WordStates firstPieces(NDManager manager, ParameterStore store, List<Window> windows, boolean training) {
        int b = windows.size();
        int n = 2 + windows.stream().mapToInt(Window::pieces).max().orElse(0);
        long[] ids = new long[b * n];
        long[] shapes = new long[b * n];
        float[] mask = new float[b * n];
        long[] index = new long[windows.stream().mapToInt(Window::count).sum()];
        int word = 0;
        for (int row = 0; row < b; row++) {
            Window window = windows.get(row);
            Words words = window.words();
            int base = row * n + 1;
            int firstPiece = words.firstPiece(window.from());
            ids[base - 1] = TextTokenizer.CLS;
            ids[base + window.pieces()] = TextTokenizer.SEP;
            java.util.Arrays.fill(mask, base - 1, base + window.pieces() + 1, 1f);
            for (int w = window.from(); w < window.to(); w++) {
                int shape = words.shape(w).ordinal();
                index[word++] = base + words.firstPiece(w) - firstPiece;
                for (int p = words.firstPiece(w); p < words.firstPiece(w + 1); p++) {
                    ids[base + p - firstPiece] = words.piece(p);
                    shapes[base + p - firstPiece] = shape;
                }
            }
        }
        Shape grid = new Shape(b, n);
        NDList inputs = new NDList(manager.create(ids, grid), manager.create(mask, grid));
        if (encoder.config().shapes() > 0) {
            inputs.add(manager.create(shapes, grid));
        }
        NDList states = encoder.forward(store, inputs, training);
        NDArray last = states.remove(states.size() - 1);
        NDArray below = states.remove(states.size() - 1);
        if (!training) {
            states.close();
        }
        NDArray rows = manager.create(index).toType(DataType.INT64, false);
        return new WordStates(ops.apply(manager, "rows", last, rows), ops.apply(manager, "rows", below, rows));
    }

    /** Releases native code; the encoder stays open. */
    public void close() {
        ops.close();
    }
}
