package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;

/**
 * Hidden states of words.
 *
 * @param last of the last layer, {@code [words, d]}
 * @param below what the last layer was given, {@code [words, d]}
 */
public record WordStates(NDArray last, NDArray below) {}
