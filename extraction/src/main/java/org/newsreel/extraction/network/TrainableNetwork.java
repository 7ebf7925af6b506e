package org.newsreel.extraction.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.Map;

/**
 * A network that a trainer can train.
 *
 * @param <E> an example with its truth
 */
public interface TrainableNetwork<E> extends AutoCloseable {
    /** Where the parameters live; make a sub-manager of it for one call or step. */
    NDManager manager();

    /** All parameters by name, in the order of the network. */
    Map<String, Parameter> byName();

    /** Whether a parameter belongs to a pretrained encoder, which learns more slowly than what stands on it. */
    boolean pretrained(String parameter);

    /** Whether a parameter must keep its value, since the method trains only what stands beside it. */
    default boolean frozen(String parameter) {
        return false;
    }

    /**
     * The loss of a batch in training, dropout included.
     *
     * @param scratch owns all that is made
     * @return {@code []}
     */
    NDArray loss(NDManager scratch, List<E> batch);

    @Override
    void close();
}
