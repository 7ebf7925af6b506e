package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import java.util.Map;

/** A Transformer over word pieces whose every layer can be seen. */
public interface TextEncoder extends AutoCloseable {
    /** {@code d}. */
    int hiddenSize();

    /** {@code L}. */
    int layers();

    /** Most word pieces in one window, special tokens included. */
    int maxPositions();

    /**
     * Encodes windows of text.
     *
     * @param ids {@code [B, n]} int64
     * @param mask {@code [B, n]}, 1 for a piece and 0 for padding
     * @return {@code [B, n, d]} of the embeddings and of every layer, {@code L + 1} arrays, owned by the manager of
     *     {@code ids}
     */
    NDList states(NDArray ids, NDArray mask, boolean training);

    /** The parameters under their publisher's names, in the order of the network. */
    Map<String, Parameter> byName();

    @Override
    void close();
}
