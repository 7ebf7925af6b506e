package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.OptionalDouble;

/**
 * Where in a frame a network looked when it claimed a relation: the frame in equal cells, and how much each counted.
 *
 * @param network name of the network
 * @param media id of the {@link Medium}
 * @param frame index of the frame in decoding order, from 0; 0 in a still picture
 * @param t the frame's presentation time in seconds; absent in a still picture
 * @param rows of cells, from the top
 * @param columns of cells, from the left
 * @param cells base64 of one byte a cell, row by row: 0 for nothing, 255 for the cell that counted most
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AttentionMap(
        String network, String media, int frame, OptionalDouble t, int rows, int columns, String cells) {
    private static final int MOST_CELLS = 1 << 16;
    private static final int STRONGEST = 255;

    public AttentionMap {
        Claims.named(network, "network of an attention map");
        Claims.named(media, "media of an attention map");
        Claims.require(frame >= 0, "an attention map has frame %s", frame);
        t = t == null ? OptionalDouble.empty() : t;
        Claims.require(
                t.isEmpty() || (t.getAsDouble() >= 0 && Double.isFinite(t.getAsDouble())),
                "an attention map has time %s",
                t);
        Claims.require(
                rows >= 1 && columns >= 1 && (long) rows * columns <= MOST_CELLS,
                "an attention map has %s by %s cells",
                rows,
                columns);
        Claims.require(
                cells != null && bytes(cells) == rows * columns,
                "an attention map of %s by %s cells must have that many bytes in base64",
                rows,
                columns);
    }

    private static int bytes(String cells) {
        try {
            return Base64.getDecoder().decode(cells).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /**
     * The cells as they are written.
     *
     * @param values row by row, none negative and at least one positive; they count relative to the greatest
     */
    public static String cells(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        Claims.require(most > 0, "an attention map has %s cells and none of them counts", values.length);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.round(STRONGEST * values[i] / most);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
