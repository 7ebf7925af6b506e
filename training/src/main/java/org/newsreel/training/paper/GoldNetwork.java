package org.newsreel.training.paper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.network.TrainableNetwork;

/**
 * A network that learns from examples that are still to be read.
 *
 * @param network closed with this one
 * @param loaded prefixes of the parameters that come from a checkpoint: what starts from random weights is not pretrained,
 *     wherever it stands
 */
record GoldNetwork<E>(TrainableNetwork<E> network, Set<String> loaded) implements TrainableNetwork<Gold<E>> {
    @Override
    public NDManager manager() {
        return network.manager();
    }

    @Override
    public Map<String, Parameter> byName() {
        return network.byName();
    }

    @Override
    public boolean pretrained(String parameter) {
        return network.pretrained(parameter) && loaded.stream().anyMatch(parameter::startsWith);
    }

    @Override
    public boolean frozen(String parameter) {
        return network.frozen(parameter);
    }

    @Override
    public NDArray loss(NDManager scratch, List<Gold<E>> batch) {
        return network.loss(scratch, batch.stream().map(g -> g.example().get()).toList());
    }

    @Override
    public void close() {
        network.close();
    }
}
