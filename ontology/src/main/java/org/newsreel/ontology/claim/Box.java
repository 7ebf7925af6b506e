package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An upright rectangle inside a picture, in fractions of the picture's width and height, origin top left. In the JSON
 * it is the array {@code [x, y, width, height]}.
 *
 * @param x left edge, in [0, 1)
 * @param y top edge, in [0, 1)
 * @param width in (0, 1]
 * @param height in (0, 1]
 */
public record Box(double x, double y, double width, double height) {
    /** How far a box may stick out of its picture through rounding. */
    static final double TOLERANCE = 1e-6;

    public Box {
        Claims.require(
                x >= 0
                        && y >= 0
                        && width > 0
                        && height > 0
                        && x + width <= 1 + TOLERANCE
                        && y + height <= 1 + TOLERANCE,
                "box [%s, %s, %s, %s] must lie inside the picture, which is [0, 0, 1, 1]",
                x,
                y,
                width,
                height);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Box of(double[] values) {
        Claims.require(values.length == 4, "a box is [x, y, width, height] but has %s numbers", values.length);
        return new Box(values[0], values[1], values[2], values[3]);
    }

    /** The array form. */
    @JsonValue
    public double[] toArray() {
        return new double[] {x, y, width, height};
    }

    /** The smallest box that holds this one and another. */
    public Box around(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.min(1, Math.max(x + width, other.x + other.width));
        double bottom = Math.min(1, Math.max(y + height, other.y + other.height));
        return new Box(left, top, right - left, bottom - top);
    }

    /** Area of the intersection over area of the union, in [0, 1]. */
    public double intersectionOverUnion(Box other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        double both = Math.max(0, w) * Math.max(0, h);
        return both / (width * height + other.width * other.height - both);
    }
}
