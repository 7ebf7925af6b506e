package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/** Low, middle and high features of an encoder (eq. 7). */
final class Levels {
    static final int COUNT = 3;

    private Levels() {}

    /**
     * Eq. 7: means over thirds of the layers; the middle third takes what does not divide by 3.
     *
     * @param states of the embeddings and of every layer, {@code L + 1} arrays; the embeddings do not count
     */
    static List<NDArray> of(NDList states) {
        int layers = states.size() - 1;
        int third = Math.max(1, layers / COUNT);
        boolean few = layers < COUNT;
        return List.of(
                mean(states, 1, third),
                mean(states, few ? 1 : third + 1, few ? layers : layers - third),
                mean(states, layers - third + 1, layers));
    }

    private static NDArray mean(NDList states, int first, int last) {
        NDArray sum = states.get(first);
        for (int i = first + 1; i <= last; i++) {
            sum = sum.add(states.get(i));
        }
        return first == last ? sum : Functions.scale(sum, 1.0 / (last - first + 1));
    }
}
