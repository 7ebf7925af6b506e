package org.newsreel.extraction.shot;

import java.util.Optional;
import org.newsreel.extraction.shot.SamplingPolicy.EveryNth;
import org.newsreel.extraction.shot.SamplingPolicy.EverySeconds;
import org.newsreel.extraction.shot.SamplingPolicy.PerShot;

/** A policy at work on one video: says of each frame, in order, whether it is wanted. */
abstract class FrameChoice {
    /**
     * What to do with a frame.
     *
     * @param heldWanted the frame that was held before is wanted after all, in front of this one
     * @param wanted this frame is wanted
     * @param hold keep this frame, because it may turn out to be wanted
     */
    record Verdict(boolean heldWanted, boolean wanted, boolean hold) {
        static final Verdict NO = new Verdict(false, false, false);
        static final Verdict YES = new Verdict(false, true, false);
    }

    static FrameChoice of(SamplingPolicy policy) {
        if (policy instanceof EveryNth every) {
            return new ByCount(every.frames());
        }
        if (policy instanceof EverySeconds every) {
            return new ByTime(every.interval());
        }
        return new ByShot(((PerShot) policy).ceiling());
    }

    /** @param border of shots that just became certain */
    abstract Verdict of(int frame, double time, Glance glance, Optional<Border> border);

    /** After the last frame: whether the held one is wanted. */
    boolean atEnd() {
        return false;
    }

    private static final class ByCount extends FrameChoice {
        private final int step;

        ByCount(int step) {
            this.step = step;
        }

        @Override
        Verdict of(int frame, double time, Glance glance, Optional<Border> border) {
            return frame % step == 0 ? Verdict.YES : Verdict.NO;
        }
    }

    private static final class ByTime extends FrameChoice {
        /** Clocks of videos don't hit whole seconds exactly. */
        private static final double ROUNDING = 1e-6;

        private final double interval;
        private long due;

        ByTime(double interval) {
            this.interval = interval;
        }

        @Override
        Verdict of(int frame, double time, Glance glance, Optional<Border> border) {
            if (time + ROUNDING < due * interval) {
                return Verdict.NO;
            }
            due = (long) Math.floor((time + ROUNDING) / interval) + 1;
            return Verdict.YES;
        }
    }

    private static final class ByShot extends FrameChoice {
        /** Seconds after a border in which a picture settles: coders need some frames to make a new one sharp. */
        private static final double SETTLING = 0.3;

        /** Frames no part of which differs more, in [0, 255], look the same; a name that changes in a caption does. */
        private static final double SAME = 5;

        private final double ceiling;
        private boolean taken;
        private boolean holding;
        private double shotStart;
        private double lastTaken;
        private Glance last;

        ByShot(double ceiling) {
            this.ceiling = ceiling;
        }

        @Override
        Verdict of(int frame, double time, Glance glance, Optional<Border> border) {
            boolean heldWanted = false;
            if (border.isPresent()) {
                heldWanted = !taken && holding;
                shotStart = border.get().time();
                taken = false;
                holding = false;
            }
            if (!taken) {
                if (time - shotStart >= SETTLING) {
                    taken = true;
                    take(time, glance);
                    return new Verdict(heldWanted, true, false);
                }
                // The shot may end before it settles; then this frame speaks for it. Later ones may be the next shot's,
                // because borders become certain late.
                boolean hold = !holding;
                holding = true;
                return new Verdict(heldWanted, false, hold);
            }
            if (time - lastTaken < ceiling || glance.largestDifference(last) <= SAME) {
                return new Verdict(heldWanted, false, false);
            }
            take(time, glance);
            return new Verdict(heldWanted, true, false);
        }

        private void take(double time, Glance glance) {
            lastTaken = time;
            last = glance;
        }

        @Override
        boolean atEnd() {
            return !taken && holding;
        }
    }
}
