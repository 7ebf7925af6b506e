package org.newsreel.training.world;

import java.awt.Color;

/** An organisation that does not exist, with the sign it puts on its walls. */
public record Organisation(String name, Sign sign, Color color) {
    /** Forms of a sign. */
    public enum Sign {
        WAVES,
        TOWER,
        ANCHOR,
        LEAF,
        STAR
    }
}
