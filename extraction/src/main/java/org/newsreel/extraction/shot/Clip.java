package org.newsreel.extraction.shot;

/**
 * A part of a video.
 *
 * @param start in seconds
 * @param end in seconds, exclusive but for the last clip's
 */
public record Clip(double start, double end) {
    public Clip {
        if (!(start >= 0 && end >= start && Double.isFinite(end))) {
            throw new IllegalArgumentException("a clip can't go from " + start + " to " + end);
        }
    }

    public double length() {
        return end - start;
    }
}
