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

    /** Whether a cut, or any other border of shots, lies between a sample and the one before it. */
    boolean cutBefore(int sample) {
        if (sample == 0) {
            return false;
        }
        Sample before = samples.get(sample - 1);
        Sample now = samples.get(sample);
        return shots.stream()
                .filter(shot -> shot.has(now.frame()))
                .findFirst()
                .map(shot -> !shot.has(before.frame()))
                .orElseGet(() -> now.look().difference(before.look()) > FrameLook.CUT);
    }
}
