package org.newsreel.extraction.region;

import java.util.List;
import java.util.OptionalDouble;

/** What was seen in one sampled frame. */
record Sample(int frame, OptionalDouble time, FrameLook look, List<Face> faces, List<CaptionReading> captions) {
    Sample {
        faces = List.copyOf(faces);
        captions = List.copyOf(captions);
    }
}
