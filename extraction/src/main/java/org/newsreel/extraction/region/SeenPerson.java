package org.newsreel.extraction.region;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.newsreel.extraction.region.FaceTrack.Sighting;

/** A track, and the person it was found to show. */
final class SeenPerson {
    /** Sightings of each track that are compared, at even distances. */
    private static final int COMPARED = 8;

    final int medium;
    final FaceTrack track;
    Optional<String> chain = Optional.empty();
    double confidence;

    /** Whether words say who it is: a caption, not another track. */
    boolean captioned;

    private final Set<Integer> drafted = new HashSet<>();

    SeenPerson(int medium, FaceTrack track) {
        this.medium = medium;
        this.track = track;
    }

    void is(String person, double sure) {
        chain = Optional.of(person);
        confidence = sure;
    }

    boolean isUnknown() {
        return chain.isEmpty();
    }

    /** Marks a sample whose region was made with its caption; false when it was before. */
    boolean draft(int sample) {
        return drafted.add(sample);
    }

    boolean isDrafted(int sample) {
        return drafted.contains(sample);
    }

    Optional<Sighting> in(int sample) {
        return track.sightings().stream().filter(s -> s.sample() == sample).findFirst();
    }

    /** Whether both are seen in one frame, so that they are two people. */
    boolean isBeside(SeenPerson other) {
        return medium == other.medium && track.overlaps(other.track);
    }

    /** Whether the camera came back to the same set-up with a head in the same place. */
    boolean sharesSetUp(SeenPerson other) {
        if (medium != other.medium) {
            return false;
        }
        return track.start().sample() < other.track.start().sample()
                ? FaceTracker.sameSetup(track, other.track)
                : FaceTracker.sameSetup(other.track, track);
    }

    /** The least distance between the looks of both, in [0, 1]; none when one has no look. */
    OptionalDouble distance(SeenPerson other) {
        double least = 2;
        for (int i : compared(track)) {
            for (int j : compared(other.track)) {
                Optional<FaceLook> a = track.sightings().get(i).face().look();
                Optional<FaceLook> b = other.track.sightings().get(j).face().look();
                if (a.isPresent() && b.isPresent()) {
                    least = Math.min(least, a.get().distance(b.get()));
                }
            }
        }
        return least > 1 ? OptionalDouble.empty() : OptionalDouble.of(least);
    }

    private static int[] compared(FaceTrack track) {
        int size = track.sightings().size();
        int count = Math.min(size, COMPARED);
        int[] at = new int[count];
        for (int k = 0; k < count; k++) {
            at[k] = count == 1 ? 0 : Math.round((float) k * (size - 1) / (count - 1));
        }
        return at;
    }
}
