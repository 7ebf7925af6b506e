package org.newsreel.kg.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;

/**
 * A region in the terms of W3C Media Fragments: pixels and seconds.
 *
 * @param time presentation time of the frame in seconds; empty for a picture
 * @param from start of the frame's interval in seconds, half a frame before its time, as written: milliseconds
 * @param to end of the interval, after {@code from} and not behind the end of the video
 * @param x left edge in pixels, in [0, frame width)
 * @param y top edge in pixels, in [0, frame height)
 * @param width at least 1, inside the frame
 * @param height at least 1, inside the frame
 */
record FrameSpot(OptionalDouble time, BigDecimal from, BigDecimal to, int x, int y, int width, int height) {
    /** Frames a second where the file does not say. */
    private static final double USUAL_RATE = 25;

    private static final BigDecimal MILLISECOND = new BigDecimal("0.001");

    /**
     * Where a region lies.
     *
     * @throws IllegalArgumentException for a region of a video without a time or with one behind its end
     */
    static FrameSpot of(Region region, Medium medium) {
        Box box = region.box();
        int x = (int) Math.min(Math.round(box.x() * medium.width()), medium.width() - 1);
        int y = (int) Math.min(Math.round(box.y() * medium.height()), medium.height() - 1);
        int width = (int) Math.max(1, Math.min(Math.round(box.width() * medium.width()), medium.width() - x));
        int height = (int) Math.max(1, Math.min(Math.round(box.height() * medium.height()), medium.height() - y));
        if (medium.kind() == MediaKind.IMAGE) {
            return new FrameSpot(OptionalDouble.empty(), BigDecimal.ZERO, BigDecimal.ZERO, x, y, width, height);
        }
        double time = region.t()
                .orElseThrow(() -> new IllegalArgumentException(
                        "region " + region.id() + " lies in video " + medium.id() + " but has no time"));
        double half = 0.5 / medium.frameRate().map(FrameSpot::rate).orElse(USUAL_RATE);
        double duration = medium.duration().orElseThrow();
        // A container's duration is often a frame short of its last frame's time.
        if (duration > 0 && time > duration + 1) {
            throw new IllegalArgumentException("region " + region.id() + " lies at " + time
                    + " s, behind the end of video " + medium.id() + " at " + duration + " s");
        }
        BigDecimal to = millis(duration > 0 ? Math.min(time + half, duration) : time + half, RoundingMode.FLOOR);
        to = to.max(MILLISECOND);
        BigDecimal from = millis(Math.max(0, time - half), RoundingMode.HALF_UP).min(to.subtract(MILLISECOND));
        return new FrameSpot(OptionalDouble.of(time), from, to, x, y, width, height);
    }

    /** The fragment's value, such as {@code t=6.98,7.02&xywh=13,11,448,346}. */
    String fragment() {
        String box = "xywh=" + x + "," + y + "," + width + "," + height;
        return time.isEmpty() ? box : "t=" + plain(from) + "," + plain(to) + "&" + box;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal millis(double seconds, RoundingMode mode) {
        // By way of the shortest decimal text, so that 7.02 stays 7.02 and is not 7.0199999.
        BigDecimal exact = BigDecimal.valueOf(seconds).setScale(9, RoundingMode.HALF_UP);
        return exact.setScale(3, mode);
    }

    private static double rate(String fraction) {
        int slash = fraction.indexOf('/');
        return Double.parseDouble(fraction.substring(0, slash)) / Double.parseDouble(fraction.substring(slash + 1));
    }
}
