package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What the staged encoder made of a batch.
 *
 * @param text {@code h_t [B, L, d]}, 0 behind a sentence's end
 * @param objects {@code h_o [B, K, d]}, when objects are read
 * @param image {@code h_i [B, M, d]}, when pictures are read
 * @param caption {@code h_i2t [B, d]}, 0 without one, when captions are read
 * @param layout where everything stood
 */
record Understood(
        NDArray text,
        Optional<NDArray> objects,
        Optional<NDArray> image,
        Optional<NDArray> caption,
        BatchLayout layout) {}
