package org.newsreel.extraction.shot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which frames of a video are looked at. Times of sampled frames are always the frames' own. */
public sealed interface SamplingPolicy {
    /** How the policies are written, for help texts. */
    String FORMS = "every:N|second:S|shot[:S]";

    /** One frame a second. */
    SamplingPolicy STANDARD = new EverySeconds(1);

    /**
     * Every n-th frame, the first one first, as M3D samples.
     *
     * @param frames 1 or more
     */
    record EveryNth(int frames) implements SamplingPolicy {
        public EveryNth {
            if (frames < 1) {
                throw new IllegalArgumentException("a step between frames is 1 or more, not " + frames);
            }
        }

        @Override
        public String toString() {
            return "every:" + frames;
        }
    }

    /**
     * The first frame, then the first one at or after each whole multiple of an interval, whatever the frame rate and
     * however it varies.
     *
     * @param interval seconds, more than 0
     */
    record EverySeconds(double interval) implements SamplingPolicy {
        public EverySeconds {
            checkSeconds(interval);
        }

        @Override
        public String toString() {
            return "second:" + number(interval);
        }
    }

    /**
     * One key frame of each shot once its picture has settled, then one each time the ceiling has passed, but none that
     * looks like the last one of its shot.
     *
     * @param ceiling most seconds between two frames of a shot whose picture changes, more than 0
     */
    record PerShot(double ceiling) implements SamplingPolicy {
        /** Half as many frames as one a second in long shots, and still two of most captions, which stay 4 to 6 seconds. */
        static final double CEILING = 2;

        public PerShot {
            checkSeconds(ceiling);
        }

        @Override
        public String toString() {
            return "shot:" + number(ceiling);
        }
    }

    /**
     * Reads {@code every:24}, {@code second:0.5}, {@code shot} or {@code shot:3}.
     *
     * @throws IllegalArgumentException with one sentence when it is none of them
     */
    static SamplingPolicy parse(String text) {
        Matcher form = Pattern.compile("(every|second|shot)(?::(\\d{1,9}(?:\\.\\d{1,6})?))?")
                .matcher(text.strip());
        if (form.matches()) {
            String figure = form.group(2);
            try {
                switch (form.group(1)) {
                    case "every":
                        return new EveryNth(Integer.parseInt(figure == null ? "" : figure));
                    case "second":
                        return new EverySeconds(figure == null ? 1 : Double.parseDouble(figure));
                    default:
                        return new PerShot(figure == null ? PerShot.CEILING : Double.parseDouble(figure));
                }
            } catch (IllegalArgumentException e) {
                // Told below, together with what else can be wrong.
            }
        }
        throw new IllegalArgumentException("frames are chosen by " + FORMS
                + " (every N-th frame, one each S seconds, or by shot and at least each S seconds), not by \"" + text
                + "\"");
    }

    private static void checkSeconds(double seconds) {
        if (!(seconds > 0 && Double.isFinite(seconds))) {
            throw new IllegalArgumentException("an interval between frames is more than 0 seconds, not " + seconds);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }
}
