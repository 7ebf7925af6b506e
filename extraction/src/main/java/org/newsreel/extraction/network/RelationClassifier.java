package org.newsreel.extraction.network;

import java.util.List;

/** A network that gives pairs of mentions or chains a relation, or none, and says why. */
public interface RelationClassifier<E> extends TrainableNetwork<E> {
    /**
     * Logits of the relation types for every pair: one row a pair, the pairs of the first example first. Thread safe on
     * threads that infer.
     *
     * @return {@code [pairs][R]}
     */
    float[][] scores(List<E> batch);

    /**
     * What a relation of a pair rests on.
     *
     * @param pair which of the example's pairs, from 0
     * @param relation index of the relation type
     */
    Evidence evidence(E example, int pair, int relation);
}
