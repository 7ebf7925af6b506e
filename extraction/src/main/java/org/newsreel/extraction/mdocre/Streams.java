package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import org.newsreel.extraction.layer.Functions;

/**
 * Text and pictures on their way through a level. The pictures come in {@code G} groups: at the local level a group is
 * one frame's patches, at the global level one document's frames.
 *
 * @param visual {@code [G, q, d]}
 * @param visualMask {@code [G, q]}
 * @param text {@code [B, n, d]}
 * @param textMask {@code [B, n]}
 * @param documents which document each group belongs to, {@code [G]} int64
 * @param groups the groups of each document, padded by any, {@code [B·g]} int64
 * @param groupMask {@code [B, g]}, 1 for a group and 0 for padding
 */
record Streams(
        NDArray visual,
        NDArray visualMask,
        NDArray text,
        NDArray textMask,
        NDArray documents,
        NDArray groups,
        NDArray groupMask) {
    Streams with(NDArray newVisual, NDArray newText) {
        return new Streams(newVisual, visualMask, newText, textMask, documents, groups, groupMask);
    }

    /** What belongs to a document, for each of its groups: {@code [B, ...]} → {@code [G, ...]}. */
    NDArray eachGroup(NDArray ofDocuments) {
        return Functions.rows(ofDocuments, documents);
    }

    /** The pictures of a document in one row: {@code [B, g·q, d]}. */
    NDArray packed(NDArray states) {
        long q = states.getShape().get(1);
        long d = states.getShape().get(2);
        long b = groupMask.getShape().get(0);
        long g = groupMask.getShape().get(1);
        return Functions.rows(states, groups).reshape(b, g * q, d);
    }

    /** {@code [B, g·q]}. */
    NDArray packedMask() {
        long q = visualMask.getShape().get(1);
        long b = groupMask.getShape().get(0);
        long g = groupMask.getShape().get(1);
        return Functions.rows(visualMask, groups)
                .reshape(b, g, q)
                .mul(groupMask.expandDims(2))
                .reshape(b, g * q);
    }

    static NDArray bias(NDArray mask) {
        return Functions.scale(mask.sub(1f), -Functions.MASKED).expandDims(1).expandDims(1);
    }
}
