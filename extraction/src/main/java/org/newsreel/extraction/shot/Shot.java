package org.newsreel.extraction.shot;

/**
 * One uninterrupted take.
 *
 * @param first index of its first frame
 * @param last index of its last frame
 * @param start when its first frame is shown, in seconds from the start of the video
 * @param end when the next shot's first frame is shown, or the last frame ceases to be
 * @param opening how it begins
 */
public record Shot(int first, int last, double start, double end, Opening opening) {
    /** How a shot follows the one before it. */
    public enum Opening {
        /** The first shot of the video. */
        START,
        /** From one frame to the next. */
        CUT,
        /** By a dissolve, or a fade out and in; the border is in the middle. */
        GRADUAL
    }

    public Shot {
        if (first < 0 || last < first || !(start >= 0 && end >= start)) {
            throw new IllegalArgumentException(
                    "a shot can't have frames " + first + " to " + last + " and seconds " + start + " to " + end);
        }
    }

    public boolean has(int frame) {
        return first <= frame && frame <= last;
    }
}
