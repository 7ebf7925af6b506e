package org.newsreel.extraction.region;

import java.util.Comparator;
import java.util.List;

/** One face through the samples of one shot, in the order of time. */
record FaceTrack(List<Sighting> sightings) {
    FaceTrack {
        sightings = List.copyOf(sightings);
    }

    /** A face in the sample with the index {@code sample}. */
    record Sighting(int sample, Face face, FrameLook look) {}

    Sighting start() {
        return sightings.get(0);
    }

    Sighting end() {
        return sightings.get(sightings.size() - 1);
    }

    /** The sighting in which the face is seen best. */
    Sighting best() {
        return sightings.stream()
                .max(Comparator.comparingDouble(s -> s.face().strength()))
                .orElseThrow();
    }

    double strength() {
        return sightings.stream().mapToDouble(s -> s.face().strength()).max().orElse(0);
    }

    double confidence() {
        return sightings.stream().mapToDouble(s -> s.face().confidence()).max().orElse(0);
    }

    /** Mean share of the frame that the face covers. */
    double area() {
        return sightings.stream().mapToDouble(s -> s.face().area()).average().orElse(0);
    }

    boolean seenIn(int sample) {
        return sightings.stream().anyMatch(s -> s.sample() == sample);
    }

    /** How many of the samples from {@code first} to {@code last} show this face. */
    int samplesWithin(int first, int last) {
        return (int) sightings.stream()
                .filter(s -> s.sample() >= first && s.sample() <= last)
                .count();
    }

    boolean overlaps(FaceTrack other) {
        return sightings.stream().anyMatch(s -> other.seenIn(s.sample()));
    }
}
