package org.newsreel.extraction.network;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * How much each cell of a picture counted.
 *
 * @param picture which of the pictures or frames, from 0
 * @param rows of cells, from the top
 * @param columns of cells, from the left
 * @param values row by row, none negative
 */
public record HeatMap(int picture, int rows, int columns, float[] values) {
    private static final int STRONGEST = 170;

    public HeatMap {
        if (rows < 1 || columns < 1 || values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "a map of " + rows + " by " + columns + " cells has " + values.length + " values");
        }
        for (float value : values) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("a map has the value " + value);
            }
        }
    }

    /** Whether any cell counted. */
    public boolean counts() {
        for (float value : values) {
            if (value > 0) {
                return true;
            }
        }
        return false;
    }

    /** A copy of a frame with the map over it: nothing over cells that did not count, red over those that did most. */
    public BufferedImage over(BufferedImage frame) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        BufferedImage cells = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < values.length; i++) {
            float share = most == 0 ? 0 : values[i] / most;
            // Yellow to red, and the weaker the more transparent.
            Color color = new Color(1f, 0.9f * (1 - share), 0f);
            int alpha = Math.round(STRONGEST * share);
            cells.setRGB(i % columns, i / columns, alpha << 24 | color.getRGB() & 0xFFFFFF);
        }
        BufferedImage shown = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = shown.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(frame, 0, 0, null);
        g.drawImage(cells, 0, 0, frame.getWidth(), frame.getHeight(), null);
        g.dispose();
        return shown;
    }
}
