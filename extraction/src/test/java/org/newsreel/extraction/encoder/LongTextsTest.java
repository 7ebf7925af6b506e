package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.Weights;

class LongTextsTest {
    private static final int LIMIT = 10;
    private static final int D = 8;

    private static long[] text(int length) {
        long[] pieces = new long[length];
        for (int i = 0; i < length; i++) {
            pieces[i] = 3 + i * 7 % 20;
        }
        pieces[0] = 1;
        pieces[length - 1] = 2;
        return pieces;
    }

    private static NDList last(NDList states) {
        return new NDList(states.get(states.size() - 1));
    }

    private static float[] alone(BertEncoder encoder, NDManager manager, long... pieces) {
        NDArray ids = manager.create(pieces, new Shape(1, pieces.length));
        NDList states = encoder.states(ids, manager.ones(new Shape(1, pieces.length)), false);
        return states.get(states.size() - 1).toFloatArray();
    }

    @Test
    void aLongTextIsReadInWindowsWhoseOverlapsAreAveraged() {
        try (NDManager manager = NDManager.newBaseManager();
                BertEncoder encoder = new BertEncoder(
                        new BertConfig(30, LIMIT, D, 2, 2, 16, 0, 1e-12, 0), BertLayout.BERT, new Weights(manager))) {
            long[] large = text(18);
            long[] small = text(5);
            float[] read = LongTexts.states(encoder, manager, List.of(large, small), 512, LongTextsTest::last, false)
                    .head()
                    .toFloatArray();
            assertThat(read).hasSize(2 * 18 * D);
            // Room for 8 pieces, of which the next window sees 2 again: 1 to 8, 7 to 14, 13 to 16.
            int[][] windows = {{1, 9}, {7, 15}, {13, 17}};
            double[] sum = new double[18 * D];
            double[] count = new double[18];
            for (int[] window : windows) {
                long[] pieces = new long[window[1] - window[0] + 2];
                System.arraycopy(large, window[0] - 1, pieces, 0, pieces.length);
                pieces[0] = 1;
                pieces[pieces.length - 1] = 2;
                float[] states = alone(encoder, manager, pieces);
                for (int i = 0; i < pieces.length; i++) {
                    int at = window[0] - 1 + i;
                    boolean special = i == 0 || i == pieces.length - 1;
                    if (special && at != 0 && at != 17) {
                        continue;
                    }
                    count[at]++;
                    for (int c = 0; c < D; c++) {
                        sum[at * D + c] += states[i * D + c];
                    }
                }
            }
            assertThat(Arrays.stream(count).sum()).isEqualTo(22);
            for (int i = 0; i < 18 * D; i++) {
                assertThat((double) read[i]).as("value %d", i).isCloseTo(sum[i] / count[i / D], within(1e-4));
            }
            float[] expected = alone(encoder, manager, small);
            for (int i = 0; i < expected.length; i++) {
                assertThat(read[18 * D + i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }

    @Test
    void aWordIsItsFirstPiece() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray states = manager.create(new float[] {0, 1, 2, 3, 4, 5}, new Shape(2, 3, 1));
            List<int[]> words = List.of(new int[] {1, 2}, new int[] {2});
            float[] read = LongTexts.words(new NDList(states), words).head().toFloatArray();
            assertThat(Arrays.copyOf(read, 3)).containsExactly(1, 2, 5);
            assertThat(LongTexts.wordMask(manager, words).toFloatArray()).containsExactly(1, 1, 1, 0);
        }
    }
}
