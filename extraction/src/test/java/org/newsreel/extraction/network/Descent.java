package org.newsreel.extraction.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains a network for a few steps, as simply as can be. */
public final class Descent<E> {
    private final TrainableNetwork<E> network;
    private final Optimizer adam;

    public Descent(TrainableNetwork<E> network, float rate) {
        this.network = network;
        adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(rate)).build();
        network.byName().forEach((name, p) -> p.getArray().setRequiresGradient(!network.frozen(name)));
    }

    /** One step; gives the loss before it. */
    public float step(List<E> batch) {
        float value;
        try (NDManager scratch = network.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = network.loss(scratch, batch);
            value = loss.toFloatArray()[0];
            collector.backward(loss);
        }
        for (Map.Entry<String, Parameter> entry : network.byName().entrySet()) {
            NDArray array = entry.getValue().getArray();
            if (array.hasGradient() && !network.frozen(entry.getKey())) {
                try (NDArray gradient = array.getGradient()) {
                    adam.update(entry.getKey(), array, gradient);
                }
            }
        }
        return value;
    }

    /**
     * The sizes of all gradients of a batch's loss, by parameter; those of keys' biases are left out, for they shift all
     * scores of a query alike, which a softmax does not see.
     */
    public Map<String, Double> gradients(List<E> batch) {
        try (NDManager scratch = network.manager().newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(network.loss(scratch, batch));
        }
        Map<String, Double> sizes = new LinkedHashMap<>();
        network.byName().forEach((name, parameter) -> {
            if (!network.frozen(name) && !name.endsWith("key.bias")) {
                try (NDArray gradient = parameter.getArray().getGradient()) {
                    double size = 0;
                    for (float value : gradient.toFloatArray()) {
                        size += Math.abs(value);
                    }
                    sizes.put(name, size);
                }
            }
        });
        return sizes;
    }
}
