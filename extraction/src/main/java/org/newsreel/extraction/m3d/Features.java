package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * Hierarchical features of a batch.
 *
 * @param words eq. 11, {@code [T, n, d]}, of the examples with words
 * @param mask of the words, {@code [T, n]}
 * @param frames eq. 12, {@code [V, F, d]}, of the examples with frames
 * @param loss of the auto-encoders, {@code []}, in training
 */
record Features(Optional<NDArray> words, Optional<NDArray> mask, Optional<NDArray> frames, Optional<NDArray> loss) {}
