package org.newsreel.extraction.region;

import java.util.List;
import java.util.OptionalDouble;

/** What was seen in one sampled frame. */
record Sample(
        int frame,
        OptionalDouble time,
        FrameLook look,
        List<Face> faces,
        List<CaptionReading> captions,
        List<Thing> things) {
    Sample {
        faces = List.copyOf(faces);
        captions = List.copyOf(captions);
        things = List.copyOf(things);
    }

    /** Without things. */
    Sample(int frame, OptionalDouble time, FrameLook look, List<Face> faces, List<CaptionReading> captions) {
        this(frame, time, look, faces, captions, List.of());
    }

    Sample withCaptions(List<CaptionReading> kept) {
        return new Sample(frame, time, look, faces, kept, things);
    }
}
