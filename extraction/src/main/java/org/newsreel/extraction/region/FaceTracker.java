package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.newsreel.extraction.region.FaceTrack.Sighting;

/**
 * Joins the faces of successive samples into tracks: within one shot the boxes of one person overlap. Greedy by overlap,
 * so the same samples give the same tracks. Weak detections count inside a track that is strong somewhere, and nowhere
 * else (hysteresis, as in Canny's edges).
 */
final class FaceTracker {
    /** Boxes of successive samples that overlap less belong to different faces. */
    private static final double OVERLAP = 0.25;

    /** Samples in which a face may be missed (turned away) without ending its track. */
    private static final int GAP = 2;

    /** A track needs one face of this strength when several samples show it ... */
    static final double STRONG = 10.5;

    /** ... and one of this strength when only one sample does. */
    static final double STRONG_ALONE = 16;

    /** A picture has no second sample that could agree. */
    static final double STRONG_IN_PICTURE = 13;

    private FaceTracker() {}

    private record Pair(int track, int face, double overlap) {}

    /** Tracks in the order of their first sample, then from left to right. */
    static List<FaceTrack> tracks(List<Sample> samples) {
        List<List<Sighting>> done = new ArrayList<>();
        List<List<Sighting>> open = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (i > 0 && sample.look().difference(samples.get(i - 1).look()) > FrameLook.CUT) {
                done.addAll(open);
                open.clear();
            }
            extend(open, sample, i);
            int now = i;
            open.removeIf(track -> {
                boolean lost = now - track.get(track.size() - 1).sample() > GAP;
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
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < open.size(); t++) {
            Face last = open.get(t).get(open.get(t).size() - 1).face();
            for (int f = 0; f < faces.size(); f++) {
                double overlap = last.box().intersectionOverUnion(faces.get(f).box());
                if (overlap >= OVERLAP) {
                    pairs.add(new Pair(t, f, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.overlap())
                .thenComparingInt(Pair::track)
                .thenComparingInt(Pair::face));
        boolean[] taken = new boolean[faces.size()];
        boolean[] extended = new boolean[open.size()];
        for (Pair pair : pairs) {
            if (!taken[pair.face()] && !extended[pair.track()]) {
                taken[pair.face()] = true;
                extended[pair.track()] = true;
                open.get(pair.track()).add(new Sighting(index, faces.get(pair.face()), sample.look()));
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
