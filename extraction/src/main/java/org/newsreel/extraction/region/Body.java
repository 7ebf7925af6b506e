package org.newsreel.extraction.region;

import org.newsreel.ontology.claim.Box;

/**
 * Where the body of a head is. Grown people are about seven and a half heads tall, and with their arms two heads and three
 * quarters of our heads' widths wide; in most news pictures the frame ends long before their feet. The figures are the
 * draughtsman's, but for the width, of which anything from 2 to 3.3 did equally well on the real frames that we have.
 */
final class Body {
    private static final double WIDTH = 2.75;
    private static final double HEIGHT = 7.5;

    /** Hair above what {@link FaceDetector} takes for the head. */
    private static final double ABOVE = 0.15;

    private Body() {}

    /** The person below (and around) a head, cut at the frame's edges. */
    static Box below(Box head) {
        double middle = head.x() + head.width() / 2;
        double left = Math.max(0, middle - WIDTH * head.width() / 2);
        double right = Math.min(1, middle + WIDTH * head.width() / 2);
        double top = Math.max(0, head.y() - ABOVE * head.height());
        double bottom = Math.min(1, top + HEIGHT * head.height());
        return new Box(left, top, right - left, bottom - top);
    }

    /** Where the head of somebody is of whom only the body was found. */
    static Box headOf(Box body) {
        double width = body.width() / WIDTH;
        double height = Math.min(body.height(), Math.max(body.height() / HEIGHT, width));
        return new Box(body.x() + (body.width() - width) / 2, body.y(), width, height);
    }
}
