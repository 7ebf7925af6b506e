package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.network.Assignment;
import org.newsreel.extraction.region.FaceTrack.Sighting;

/**
 * Joins the faces of successive samples into tracks: within one shot the boxes of one person overlap, or her face looks the
 * same where she has moved. Tracks and faces are matched so that the sum over all is the largest, so the same samples give
 * the same tracks. Weak detections count inside a track that is strong somewhere, and nowhere else (hysteresis, as in
 * Canny's edges).
 */
final class FaceTracker {
    /** Boxes of successive samples that overlap less belong to different faces ... */
    private static final double OVERLAP = 0.25;

    /** ... unless they look the same, and are this near: distance of the middles in heads. */
    private static final double NEAR = 2.5;

    /** Looks of one face in successive samples of a shot differ by less. */
    private static final double SAME_LOOK = 0.2;

    /** What looking the same is worth beside the overlap, which is at most 1. */
    private static final double LOOK_WEIGHT = 0.5;

    /** Samples in which a face may be missed (turned away) without ending its track. */
    private static final int GAP = 2;

    /** A track needs one face of this strength when several samples show it ... */
    static final double STRONG = 10.5;

    /** ... and one of this strength when only one sample does. */
    static final double STRONG_ALONE = 16;

    /** A picture has no second sample that could agree. */
    static final double STRONG_IN_PICTURE = 13;

    private FaceTracker() {}

    /** Tracks in the order of their first sample, then from left to right. */
    static List<FaceTrack> tracks(SeenMedium medium) {
        List<Sample> samples = medium.samples();
        List<List<Sighting>> done = new ArrayList<>();
        List<List<Sighting>> open = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (medium.cutBefore(i)) {
                done.addAll(open);
                open.clear();
            }
            extend(open, sample, i);
            int now = i;
            open.removeIf(track -> {
                boolean lost = now - last(track).sample() > GAP;
                if (lost) {
                    done.add(track);
                }
                return lost;
            });
        }
        done.addAll(open);
        boolean picture = samples.size() == 1 && samples.get(0).time().isEmpty();
        return done.stream()
                .map(FaceTrack::new)
                .filter(track -> isFace(track, picture))
                .sorted(Comparator.comparingInt((FaceTrack t) -> t.start().sample())
                        .thenComparingDouble(t -> t.start().face().box().x())
                        .thenComparingDouble(t -> t.start().face().box().y()))
                .toList();
    }

    private static boolean isFace(FaceTrack track, boolean picture) {
        double needed = picture ? STRONG_IN_PICTURE : track.sightings().size() > 1 ? STRONG : STRONG_ALONE;
        return track.strength() >= needed;
    }

    private static void extend(List<List<Sighting>> open, Sample sample, int index) {
        List<Face> faces = sample.faces();
        double[][] agreement = new double[open.size()][faces.size()];
        for (int t = 0; t < open.size(); t++) {
            for (int f = 0; f < faces.size(); f++) {
                agreement[t][f] = agreement(last(open.get(t)).face(), faces.get(f));
            }
        }
        int[] next = Assignment.columns(agreement);
        boolean[] taken = new boolean[faces.size()];
        for (int t = 0; t < next.length; t++) {
            // Whatever is left over is assigned as well, at no value.
            if (next[t] >= 0 && agreement[t][next[t]] > 0) {
                taken[next[t]] = true;
                open.get(t).add(new Sighting(index, faces.get(next[t]), sample.look()));
            }
        }
        for (int f = 0; f < faces.size(); f++) {
            if (!taken[f]) {
                List<Sighting> track = new ArrayList<>();
                track.add(new Sighting(index, faces.get(f), sample.look()));
                open.add(track);
            }
        }
    }

    private static Sighting last(List<Sighting> track) {
        return track.get(track.size() - 1);
    }

    /** How much speaks for one face in two samples; 0 when it can't be. */
    private static double agreement(Face before, Face now) {
        double overlap = before.box().intersectionOverUnion(now.box());
        double distance = distance(before, now).orElse(1.0);
        double look = Math.max(0, 1 - distance / SAME_LOOK);
        if (overlap < OVERLAP && (look == 0 || apart(before, now) > NEAR)) {
            return 0;
        }
        return overlap + LOOK_WEIGHT * look;
    }

    private static Optional<Double> distance(Face a, Face b) {
        return a.look().flatMap(one -> b.look().map(one::distance));
    }

    private static double apart(Face a, Face b) {
        double across =
                (a.box().x() + a.box().width() / 2 - b.box().x() - b.box().width() / 2)
                        / a.box().width();
        double down =
                (a.box().y() + a.box().height() / 2 - b.box().y() - b.box().height() / 2)
                        / a.box().height();
        return Math.hypot(across, down);
    }

    /**
     * Whether a later track shows the earlier one's set-up again with a head in the same place: the camera came back from
     * a cutaway. It says that nothing suggests another person, not that the faces were compared.
     */
    static boolean sameSetup(FaceTrack earlier, FaceTrack later) {
        return !earlier.overlaps(later)
                && earlier.sightings().stream().anyMatch(a -> later.sightings().stream()
                        .anyMatch(b -> a.look().difference(b.look()) <= FrameLook.SAME_SETUP
                                && a.face().box().intersectionOverUnion(b.face().box()) >= 0.4));
    }
}
