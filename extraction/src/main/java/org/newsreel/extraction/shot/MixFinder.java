package org.newsreel.extraction.shot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds dissolves and fades: each frame of one is a mixture of its first and its last frame, with more and more of the
 * last, which a moving camera's frames are not (Hampapur et al. 1994 call it the chromatic edit model). Frames are looked
 * at about twelve times a second, however many there are. Answers when the transition is over.
 */
final class MixFinder {
    /** Seconds between the frames that are looked at. */
    private static final double STRIDE = 0.078;

    /** Transitions of up to two and a half seconds. */
    private static final int MOST_STEPS = 32;

    /** A dissolve of a third of a second; quicker ones look like cuts. */
    private static final int LEAST_STEPS = 4;

    /** Mean difference of the first and last frame. */
    private static final double LEAST = 18;

    /** How far from the mixture frames in between may be, as a share of that difference: things move meanwhile. */
    private static final double OFF = 0.2;

    /** The largest share of the way that one step may take. */
    private static final double LARGEST_STEP = 0.45;

    /** Steps smaller than this share of the way are not part of the transition. */
    private static final double STILL = 0.03;

    private static final double BLACK = 20;

    private record Seen(int frame, double time, Glance glance) {}

    private final List<Seen> seen = new ArrayList<>();

    /** Forgets what was seen, because a cut has been found. */
    void restart() {
        seen.clear();
    }

    Optional<Border> add(int frame, double time, Glance glance) {
        if (!seen.isEmpty() && time - seen.get(seen.size() - 1).time() < STRIDE) {
            return Optional.empty();
        }
        seen.add(new Seen(frame, time, glance));
        if (seen.size() > MOST_STEPS + 2) {
            seen.remove(0);
        }
        int end = seen.size() - 2;
        // Part of a mixture is a mixture too: the longest is the whole.
        for (int steps = end; steps >= LEAST_STEPS; steps--) {
            Optional<Border> border = judge(end - steps, end);
            if (border.isPresent()) {
                seen.subList(0, end).clear();
                return border;
            }
        }
        return Optional.empty();
    }

    /** Whether the transition begins at {@code from} and is over at {@code to}, one frame before the newest. */
    private Optional<Border> judge(int from, int to) {
        Glance a = seen.get(from).glance();
        Glance b = seen.get(to).glance();
        double way = a.difference(b);
        if (way < LEAST) {
            return Optional.empty();
        }
        // Over: the newest frame is where the transition has led, and the frame before it was not yet.
        boolean over = Math.abs(1 - seen.get(to + 1).glance().along(a, b)) < STILL
                && 1 - seen.get(to - 1).glance().along(a, b) > STILL;
        boolean begun = seen.get(from + 1).glance().along(a, b) > STILL;
        if (!over || !begun) {
            return Optional.empty();
        }
        double before = 0;
        int middle = to;
        for (int i = from + 1; i <= to; i++) {
            Glance between = seen.get(i).glance();
            double along = between.along(a, b);
            double step = along - before;
            if (step < -STILL || step > LARGEST_STEP || between.offMixture(a, b, along) > OFF * way) {
                return Optional.empty();
            }
            if (before < 0.5 && along >= 0.5) {
                middle = i;
            }
            before = along;
        }
        Seen border = seen.get(middle);
        return Optional.of(
                new Border(border.frame(), border.time(), true, b.brightness() < BLACK, a.brightness() < BLACK));
    }
}
