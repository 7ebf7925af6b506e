package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.newsreel.extraction.layer.Functions;

/** Which relations entity types admit (section 4.3). */
record TypeRestriction(int types, List<Admission> relations) {
    /** What is left of a relation that no types admit, so that its logarithm is finite. */
    static final double LEAST = 1e-6;

    /**
     * The logarithm of how likely the types admit each relation: 0 for one that they surely admit, {@code log 1e-6} for
     * one that they surely don't.
     *
     * @param head probabilities of the head's types, {@code [B, T]}
     * @param tail probabilities of the tail's types, {@code [B, T]}
     * @return {@code [B, R]}
     */
    NDArray logAdmitted(NDArray head, NDArray tail) {
        NDManager manager = head.getManager();
        NDArray domain = Functions.linear(head, matrix(manager, Admission::domain));
        NDArray range = Functions.linear(tail, matrix(manager, Admission::range));
        return Functions.scale(domain.mul(range), 1 - LEAST).add((float) LEAST).log();
    }

    /** {@code [R, T]}, 1 where a relation admits a type. */
    private NDArray matrix(NDManager manager, Function<Admission, Set<Integer>> side) {
        float[] matrix = new float[relations.size() * types];
        for (int r = 0; r < relations.size(); r++) {
            Set<Integer> admitted = side.apply(relations.get(r));
            for (int t = 0; t < types; t++) {
                matrix[r * types + t] = admitted.isEmpty() || admitted.contains(t) ? 1 : 0;
            }
        }
        return manager.create(matrix, new Shape(relations.size(), types));
    }
}
