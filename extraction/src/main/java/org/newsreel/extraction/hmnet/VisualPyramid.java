package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/**
 * Feature maps of one spatial size and of the text's width (section 3.2).
 *
 * @param convolutions the 1×1 convolutions of the last stages, one each, as the linear maps of a cell's channels that
 *     they are
 */
record VisualPyramid(List<Linear> convolutions) {
    /** {@code pyramid.i}, for every stage {@code i} or for the last. */
    static VisualPyramid of(Weights weights, int[] channels, int d, boolean all) {
        Weights own = weights.in("pyramid");
        List<Linear> convolutions = new ArrayList<>();
        for (int i = all ? 0 : channels.length - 1; i < channels.length; i++) {
            convolutions.add(own.linear(Integer.toString(i + 1), channels[i], d));
        }
        return new VisualPyramid(List.copyOf(convolutions));
    }

    /** How many scales there are, {@code c}. */
    int scales() {
        return convolutions.size();
    }

    /**
     * Eq. 1 and 2: the last map keeps its size, those before are averaged down to it.
     *
     * @param stages of the image encoder, each {@code [K, c_i, h_i, w_i]}, all square
     * @return {@code [K, c, hw, d]}
     */
    NDArray apply(NDList stages) {
        int skipped = stages.size() - scales();
        int cells = (int) stages.get(stages.size() - 1).getShape().get(2);
        NDList scales = new NDList(scales());
        for (int i = 0; i < scales(); i++) {
            NDArray map = stages.get(skipped + i);
            NDArray pooled = i == scales() - 1 ? map : Functions.averagePool(map, cells);
            long batch = pooled.getShape().get(0);
            long channels = pooled.getShape().get(1);
            // [K, c_i, h, w] -> [K, hw, c_i] -> [K, 1, hw, d]
            NDArray rows = pooled.reshape(batch, channels, (long) cells * cells).transpose(0, 2, 1);
            scales.add(convolutions.get(i).apply(rows).expandDims(1));
        }
        return scales.size() == 1 ? scales.head() : scales.head().concat(rest(scales), 1);
    }

    private static NDArray rest(NDList scales) {
        NDArray all = scales.get(1);
        for (int i = 2; i < scales.size(); i++) {
            all = all.concat(scales.get(i), 1);
        }
        return all;
    }
}
