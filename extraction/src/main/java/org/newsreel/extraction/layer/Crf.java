package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;

/**
 * A linear-chain CRF over {@code K} tags.
 *
 * @param transitions {@code [K, K]}, row from, column to
 * @param start {@code [K]}
 * @param end {@code [K]}
 */
public record Crf(NDArray transitions, NDArray start, NDArray end) {
    /** {@code name.transitions}, {@code name.start} and {@code name.end}, small at first. */
    public static Crf of(Weights weights, String name, int tags) {
        Weights own = weights.in(name);
        return new Crf(
                own.add("transitions", Weights.NORMAL, tags, tags),
                own.add("start", Weights.ZEROS, tags),
                own.add("end", Weights.ZEROS, tags));
    }

    /** The mean negative log-likelihood of gold tags, as {@link Functions#crfLoss} takes them → {@code []}. */
    public NDArray loss(NDArray emissions, NDArray tags, NDArray mask) {
        return Functions.crfLoss(emissions, tags, mask, transitions, start, end).mean();
    }

    /** A copy for decoding. */
    public CrfScores scores() {
        return new CrfScores(transitions.toFloatArray(), start.toFloatArray(), end.toFloatArray());
    }
}
