package org.newsreel.extraction.shot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds abrupt changes of shot: a difference between successive frames that is large and stands out among its
 * neighbours' (the sliding window of Yeo and Liu 1995), unless the picture comes back at once, as after a photographer's
 * flash. Answers {@value #LATER} frames late.
 */
final class CutFinder {
    static final int LATER = 3;

    /** Mean difference of two frames from which on a cut is possible. */
    static final double LEAST = 14;

    /** How much larger than the largest difference near by a cut's must be, so that a moving camera cuts nothing. */
    private static final double STANDS_OUT = 2.2;

    private static final int BEFORE = 6;

    private record Seen(int frame, double time, Glance glance, double difference) {}

    private final Deque<Seen> window = new ArrayDeque<>();
    private int lastCut = -1;

    /** Takes the next frame; tells when the frame {@value #LATER} before it begins a shot. */
    Optional<Border> add(int frame, double time, Glance glance) {
        double difference =
                window.isEmpty() ? 0 : glance.difference(window.getLast().glance());
        window.addLast(new Seen(frame, time, glance, difference));
        if (window.size() > BEFORE + 1 + LATER) {
            window.removeFirst();
        }
        return window.size() < LATER + 2 ? Optional.empty() : judge(window.size() - 1 - LATER);
    }

    private Optional<Border> judge(int at) {
        List<Seen> seen = new ArrayList<>(window);
        Seen candidate = seen.get(at);
        if (candidate.difference() < LEAST) {
            return Optional.empty();
        }
        double rival = 0;
        for (int i = 1; i < seen.size(); i++) {
            // Up to the last cut all is another shot's.
            if (i != at && seen.get(i).frame() > lastCut) {
                rival = Math.max(rival, seen.get(i).difference());
            }
        }
        Glance before = seen.get(at - 1).glance();
        boolean returns = false;
        for (int i = at + 1; i < seen.size(); i++) {
            returns |= before.difference(seen.get(i).glance()) < candidate.difference() / 2;
        }
        boolean returned = false;
        for (int i = Math.max(0, at - 1 - LATER); i < at - 1; i++) {
            // The way back from a flash.
            returned |= seen.get(i).glance().difference(candidate.glance()) < candidate.difference() / 2
                    && seen.get(i).glance().difference(before) >= LEAST;
        }
        if (returns || returned || candidate.difference() < STANDS_OUT * rival) {
            return Optional.empty();
        }
        lastCut = candidate.frame();
        return Optional.of(Border.cut(candidate.frame(), candidate.time()));
    }
}
