package org.newsreel.training.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsreel.extraction.network.Assignment;
import org.newsreel.ontology.claim.Region;

/**
 * Grounded regions as M3D counts them: a found region is right when it overlaps a gold one of its type in its frame by more
 * than half of what both cover. Each gold region is found once only, and so that most are.
 */
public final class GroundingMetric {
    private static final double LEAST_OVERLAP = 0.5;

    private record Frame(String media, int number) {
        static Frame of(Region region) {
            return new Frame(region.media(), region.frame());
        }
    }

    private final Tally tally = new Tally();

    /** Adds a document. */
    public void add(List<Region> gold, List<Region> found) {
        Set<Frame> frames = new HashSet<>();
        found.forEach(region -> frames.add(Frame.of(region)));
        long right = 0;
        for (Frame frame : frames) {
            right += right(in(frame, found), in(frame, gold));
        }
        tally.precision(right, found.size());
        tally.recall(right, gold.size());
    }

    private static List<Region> in(Frame frame, List<Region> regions) {
        return regions.stream().filter(r -> Frame.of(r).equals(frame)).toList();
    }

    private static long right(List<Region> found, List<Region> gold) {
        if (gold.isEmpty()) {
            return 0;
        }
        double[][] match = new double[found.size()][gold.size()];
        for (int f = 0; f < found.size(); f++) {
            for (int g = 0; g < gold.size(); g++) {
                match[f][g] = matches(gold.get(g), found.get(f)) ? 1 : 0;
            }
        }
        return Math.round(Assignment.best(match));
    }

    /** Whether both are of one type in one frame and overlap by more than half of what they cover together. */
    static boolean matches(Region gold, Region found) {
        return Frame.of(gold).equals(Frame.of(found))
                && gold.type() == found.type()
                && gold.box().intersectionOverUnion(found.box()) > LEAST_OVERLAP;
    }

    public Score score() {
        return tally.score();
    }
}
