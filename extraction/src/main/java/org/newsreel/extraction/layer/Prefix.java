package org.newsreel.extraction.layer;

import ai.djl.ndarray.NDArray;

/**
 * Keys and values that a layer's self-attention sees before those of its own positions (Li and Liang 2021).
 *
 * @param keys {@code [B, p, d]}
 * @param values {@code [B, p, d]}
 */
public record Prefix(NDArray keys, NDArray values) {}
