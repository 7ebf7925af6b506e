package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * A batch after fusion, the documents with video first.
 *
 * @param words {@code H}, {@code [B, n, d]}
 * @param frames {@code M}, {@code [V, F, d]}; empty when no document has video
 */
record Encoded(NDArray words, Optional<NDArray> frames) {}
