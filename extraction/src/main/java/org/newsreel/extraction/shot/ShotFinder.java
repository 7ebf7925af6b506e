package org.newsreel.extraction.shot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts borders together into shots, frame by frame. Memory grows with the shots, not with the frames. */
final class ShotFinder {
    /** A fade out and the fade in after it are one border when the black between them is no longer than this. */
    private static final double LONGEST_BLACK = 4;

    /** Borders that are nearer to each other, in seconds, are one. */
    private static final double SHORTEST = 0.1;

    private final CutFinder cuts = new CutFinder();
    private final MixFinder mixes = new MixFinder();
    private final List<Border> borders = new ArrayList<>();
    private int last = -1;
    private double end;

    /**
     * Takes the next frame.
     *
     * @param frame its index
     * @param time its presentation time in seconds
     * @param until when it ceases to be shown
     * @return the border of shots that became certain, some frames late
     */
    Optional<Border> add(int frame, double time, double until, Glance glance) {
        last = frame;
        end = Math.max(time, until);
        Optional<Border> cut = cuts.add(frame, time, glance);
        Optional<Border> mix = mixes.add(frame, time, glance);
        if (cut.isPresent()) {
            mixes.restart();
            return accept(cut.get());
        }
        return mix.isPresent() ? accept(mix.get()) : Optional.empty();
    }

    private Optional<Border> accept(Border border) {
        if (border.fromBlack() && borders.isEmpty()) {
            // The video fades in: its first shot.
            return Optional.empty();
        }
        if (!borders.isEmpty()) {
            Border before = borders.get(borders.size() - 1);
            boolean sameFade = before.toBlack()
                    && (border.fromBlack() || !border.gradual())
                    && border.time() - before.time() <= LONGEST_BLACK;
            if (sameFade) {
                borders.set(
                        borders.size() - 1,
                        new Border(border.frame(), border.time(), true, border.toBlack(), border.fromBlack()));
                return Optional.of(border);
            }
            if (border.time() - before.time() < SHORTEST) {
                return Optional.empty();
            }
        }
        borders.add(border);
        return Optional.of(border);
    }

    /** The shots of the frames so far: whole when all frames were added. */
    List<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        int first = 0;
        double start = 0;
        Shot.Opening opening = Shot.Opening.START;
        for (int i = 0; i < borders.size(); i++) {
            Border border = borders.get(i);
            if (i == borders.size() - 1 && border.toBlack()) {
                // The video fades out: no shot follows.
                break;
            }
            shots.add(new Shot(first, border.frame() - 1, start, border.time(), opening));
            first = border.frame();
            start = border.time();
            opening = border.gradual() ? Shot.Opening.GRADUAL : Shot.Opening.CUT;
        }
        if (last >= first) {
            shots.add(new Shot(first, last, start, Math.max(start, end), opening));
        }
        return List.copyOf(shots);
    }
}
