package org.newsreel.extraction.voter;

import java.util.OptionalDouble;
import org.newsreel.extraction.network.HeatMap;
import org.newsreel.ontology.claim.Box;

/**
 * A part of a frame that a network looked at.
 *
 * @param media id of the medium
 * @param frame index of the frame, 0 in a picture
 * @param time of the frame in seconds; absent in a picture
 * @param box where
 */
public record Spot(String media, int frame, OptionalDouble time, Box box) {
    /** A cell counts as looked at from this share of the strongest cell's value. */
    private static final double STRONG = 0.5;

    private static final Box ALL = new Box(0, 0, 1, 1);

    /** All of a frame. */
    static Spot all(Sight sight) {
        return of(sight, ALL);
    }

    static Spot of(Sight sight, Box box) {
        return new Spot(sight.media(), sight.frame(), sight.time(), box);
    }

    /** The smallest box around all cells that count at least half as much as the strongest. */
    static Spot hottest(Sight sight, HeatMap map) {
        float most = 0;
        for (float value : map.values()) {
            most = Math.max(most, value);
        }
        int left = map.columns();
        int top = map.rows();
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < map.values().length && most > 0; i++) {
            if (map.values()[i] >= STRONG * most) {
                left = Math.min(left, i % map.columns());
                right = Math.max(right, i % map.columns() + 1);
                top = Math.min(top, i / map.columns());
                bottom = Math.max(bottom, i / map.columns() + 1);
            }
        }
        if (right == 0) {
            return all(sight);
        }
        double width = map.columns();
        double height = map.rows();
        return of(sight, new Box(left / width, top / height, (right - left) / width, (bottom - top) / height));
    }
}
