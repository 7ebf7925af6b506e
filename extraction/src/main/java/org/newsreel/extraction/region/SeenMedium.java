package org.newsreel.extraction.region;

import java.util.List;

/** The samples of one video in the order of time, or the one sample of a picture. */
record SeenMedium(String id, List<Sample> samples) {
    SeenMedium {
        samples = List.copyOf(samples);
    }
}
