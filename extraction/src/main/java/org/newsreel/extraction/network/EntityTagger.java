package org.newsreel.extraction.network;

import java.util.List;

/** A network that gives every token a BIO tag. */
public interface EntityTagger<E> extends TrainableNetwork<E> {
    /** The best tags, {@code [B][n]}, as long as each example's text. Thread safe on threads that infer. */
    int[][] tags(List<E> batch);
}
