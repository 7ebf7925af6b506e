package org.newsreel.training.paper;

import java.util.function.Supplier;
import org.newsreel.training.corpus.Split;

/**
 * An example of a corpus. Its pictures are decoded whenever it is read, since those of a corpus do not fit into memory.
 *
 * @param split trained on, chosen by, or neither
 * @param length how long it is, so that those in a batch are alike
 * @param example reads it
 * @param <E> what a network takes
 */
public record Gold<E>(Split split, int length, Supplier<E> example) {}
