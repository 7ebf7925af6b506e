package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** MMCM in one direction: the levels of a missing modality from the states of the other (eq. 13 and 14). */
record Construction(Linear shared, List<NDArray> prompts, List<Linear> convolutions, int kernel) {
    static Construction of(Weights weights, M3dConfig config) {
        int d = config.text().hiddenSize();
        Linear shared = weights.linear("shared", d, d);
        List<NDArray> prompts = new ArrayList<>();
        List<Linear> convolutions = new ArrayList<>();
        for (int i = 0; i < config.levels(); i++) {
            prompts.add(weights.add("prompt" + i, Weights.NORMAL, config.promptLength(), d));
            convolutions.add(new Linear(
                    weights.add("convolution" + i + ".weight", Weights.XAVIER, d, d, config.kernel()),
                    weights.add("convolution" + i + ".bias", Weights.ZEROS, d)));
        }
        return new Construction(shared, prompts, convolutions, config.kernel());
    }

    /** Eq. 13 and 14: {@code [B, n, d]} → levels {@code [B, l_p + n, d]}. */
    Side from(Side there) {
        NDManager manager = there.states().getManager();
        long batch = there.batch();
        // A convolution with kernel 1 is a linear layer at every position. What pads must not reach its neighbours.
        NDArray seen =
                Functions.relu(shared.apply(there.states())).mul(there.mask().expandDims(2));
        List<NDArray> levels = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            NDArray h = Functions.repeat(manager, prompts.get(i), batch).concat(seen, 1);
            Linear convolution = convolutions.get(i);
            NDArray y = Functions.conv1d(h.transpose(0, 2, 1), convolution.weight(), convolution.bias(), kernel / 2);
            levels.add(Functions.relu(y).transpose(0, 2, 1));
        }
        long length = prompts.get(0).getShape().get(0);
        NDArray mask = manager.ones(new Shape(batch, length)).concat(there.mask(), 1);
        return new Side(levels.get(levels.size() - 1), levels, mask);
    }

    /** Without MMCM: blanks. They are all alike, so one position stands for any number of them. */
    static Side blank(Side there, int levels) {
        NDManager manager = there.states().getManager();
        NDArray zeros = manager.zeros(
                new Shape(there.batch(), 1, there.states().getShape().get(2)));
        List<NDArray> all = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            all.add(zeros);
        }
        return new Side(zeros, all, manager.ones(new Shape(there.batch(), 1)));
    }
}
