package org.newsreel.extraction.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
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
}
