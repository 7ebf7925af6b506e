package org.newsreel.extraction.region;

import java.util.List;
import org.newsreel.extraction.shot.Shot;

/** The samples of one video in the order of time and its shots, or the one sample of a picture, which has none. */
record SeenMedium(String id, List<Sample> samples, List<Shot> shots) {
    SeenMedium {
        samples = List.copyOf(samples);
        shots = List.copyOf(shots);
    }

    SeenMedium(String id, List<Sample> samples) {
        this(id, samples, List.of());
    }
}
