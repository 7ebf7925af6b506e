package org.newsreel.training.ablation;

import java.util.List;
import java.util.Map;
import org.newsreel.extraction.network.TrainableNetwork;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeWorld;
import org.newsreel.training.trainer.NetworkPlan;

/**
 * How a network is put on the made world.
 *
 * @param <E> the network's examples
 */
interface Trial<E> {
    /** The network as it is. */
    String WHOLE = "whole";

    /** The network without its pictures. */
    String TEXT = "text only";

    /** The network's name. */
    String network();

    /** What is measured: the key of the score that the table shows first. */
    String task();

    /** {@link #WHOLE}, {@link #TEXT}, then what the paper took away. */
    List<String> rows();

    List<MadeItem> train(MadeWorld world, int count);

    List<MadeItem> test(MadeWorld world, int count);

    /** An item as the network reads it. */
    E example(MadeItem item);

    /** How long an example is. */
    int length(E example);

    NetworkPlan plan(long seed, int epochs);

    /** A row's network with random weights. */
    TrainableNetwork<E> network(String row);

    /** F1 by task, in percent. */
    Map<String, Double> scores(TrainableNetwork<E> network, List<E> test);
}
