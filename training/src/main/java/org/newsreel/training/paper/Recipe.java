package org.newsreel.training.paper;

import ai.djl.Device;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.network.TrainableNetwork;

/**
 * What is particular to one network.
 *
 * @param <C> its configuration
 * @param <E> its examples
 */
interface Recipe<C, E> {
    /** What users call it. */
    String network();

    /** The corpora that it reads, by the names that users give. */
    Set<String> corpora();

    Class<C> sizes();

    /** Names of what it tells apart in a corpus, in the order of its scores; none for no relation where it adds one. */
    List<String> labels(String corpus);

    /**
     * The network over encoders.
     *
     * @param seeing whether there are pictures; without, the image side is not built
     * @throws IllegalArgumentException in one sentence when the network can't stand on these encoders
     */
    C sizes(Encoders encoders, List<String> labels, boolean seeing);

    /** Whether its image side has an encoder of its own, and does not read the pixels itself. */
    default boolean imageEncoder() {
        return true;
    }

    /** Whether its text encoder is one that {@link Encoders} always has. */
    default boolean bert() {
        return true;
    }

    /** Whether a network of this configuration reads pictures. */
    boolean sees(C sizes);

    TrainableNetwork<E> random(C sizes, Device device);

    /** A network to be loaded. */
    TrainableNetwork<E> unfilled(C sizes, Device device);

    /** Reads a corpus. */
    Examples<E> read(Reading<C> reading) throws IOException;

    /** Compares what a network says, on a thread that infers, with the truth. */
    Figures measure(TrainableNetwork<E> network, List<Gold<E>> examples);

    /** Examples in a batch. */
    default int batch() {
        return 16;
    }

    /** Stages of training, each with all passes. */
    default int stages() {
        return 1;
    }

    /** Prepares a network for a stage, from 1. */
    default void stage(TrainableNetwork<E> network, int number) {}

    /** Prepares a network for an epoch, from 0. */
    default void epoch(TrainableNetwork<E> network, int number) {}
}
