package org.newsreel.training.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.layer.TorchOps;

/** A moving average of trained weights (Polyak and Juditsky 1992), which generalises a little better than the last ones. */
final class WeightAverage implements AutoCloseable {
    private static final String OPS =
            """
            def follow_(self, a: List[Tensor], p: List[Tensor], share: float) -> Tensor:
              torch._foreach_mul_(a, torch.sub(1., share))
              torch._foreach_add_(a, p, alpha=share)
              return a[0]
            """;

    /** Steps between two updates, which then count for as many: the average costs as much time as an optimiser. */
    private static final int EVERY = 4;

    private final TorchOps ops = TorchOps.of(OPS);
    private final NDManager manager;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> average = new LinkedHashMap<>();
    private final double decay;

    WeightAverage(NDManager parent, Map<String, NDArray> weights, double decay) {
        this.manager = parent.newSubManager();
        this.weights = weights;
        this.decay = decay;
        weights.forEach((name, array) -> {
            NDArray copy = manager.create(array.toFloatArray(), array.getShape());
            average.put(name, copy);
        });
    }

    /** Follows the weights after a step, counted from 1 over all epochs. */
    void after(int step) {
        if (step % EVERY != 0) {
            return;
        }
        // Early on, the average of all steps so far, so that the first weights are forgotten.
        double share = Math.max(1 - Math.pow(decay, EVERY), (double) EVERY / (step + EVERY));
        try (NDManager scratch = manager.newSubManager()) {
            ops.call(scratch, "follow_", new NDList(average.values()), new NDList(weights.values()), share);
        }
    }

    /** The averages by parameter name. */
    Map<String, NDArray> arrays() {
        return average;
    }

    /** Begins again at the weights as they are. */
    void restart() {
        weights.forEach((name, array) -> array.copyTo(average.get(name)));
    }

    /** Exchanges weights and averages; doing it twice changes nothing. */
    void swap() {
        weights.forEach((name, array) -> {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray kept = scratch.create(array.toFloatArray(), array.getShape());
                average.get(name).copyTo(array);
                kept.copyTo(average.get(name));
            }
        });
    }

    @Override
    public void close() {
        ops.close();
        manager.close();
    }
}
