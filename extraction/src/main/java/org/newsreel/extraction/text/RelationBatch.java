package org.newsreel.extraction.text;

import ai.djl.ndarray.types.Shape;

/**
 * Pairs of chains as the network takes them: each with up to {@code K} pairs of mentions, padded.
 *
 * @param size how many chain pairs
 * @param width {@code K}
 * @param subjects {@code [size * K]} index of the subject's mention
 * @param objects {@code [size * K]} index of the object's mention
 * @param steps {@code [size * K]} distance step
 * @param mask {@code [size * K]} 1 for a pair of mentions, 0 for padding
 * @param from {@code [size * K]} first row of the words around both mentions
 * @param to {@code [size * K]} one past their last row
 * @param near {@code [size * K]} 1 when the mentions are near enough for the words between them to count, else 0
 */
public record RelationBatch(
        int size,
        int width,
        long[] subjects,
        long[] objects,
        long[] steps,
        float[] mask,
        long[] from,
        long[] to,
        float[] near) {
    Shape shape() {
        return new Shape(size, width);
    }
}
