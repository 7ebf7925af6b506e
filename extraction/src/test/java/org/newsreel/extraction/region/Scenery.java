package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;

/** Hand-written samples: one every 24 frames at 24 frames a second. */
final class Scenery {
    static final Box LEFT = new Box(0.1, 0.2, 0.2, 0.4);
    static final Box RIGHT = new Box(0.6, 0.2, 0.2, 0.4);
    static final FrameLook ROOM = look(60);
    static final FrameLook STREET = look(160);

    private final List<Sample> samples = new ArrayList<>();

    static FrameLook look(int grey) {
        int[] points = new int[FrameLook.WIDTH * FrameLook.HEIGHT * 3];
        Arrays.fill(points, grey);
        return new FrameLook(points);
    }

    static Face face(Box box) {
        return new Face(box, 30);
    }

    static Face face(Box box, double strength) {
        return new Face(box, strength);
    }

    /** A face whose look is drawn from a seed, with a share of its points drawn anew: 0 for the same look. */
    static Face looking(Box box, int seed, double changed) {
        Random random = new Random(seed);
        int[] points = new int[FaceLook.SIDE * FaceLook.SIDE];
        for (int i = 0; i < points.length; i++) {
            // Waves whose direction is every cell's own: looks of noise would be alike.
            double direction =
                    1.3 * seed + 0.7 * (i % FaceLook.SIDE / FaceLook.CELL) + 1.9 * (i / FaceLook.SIDE / FaceLook.CELL);
            double wave = Math.cos(direction) * (i % FaceLook.SIDE) + Math.sin(direction) * (i / FaceLook.SIDE);
            points[i] = (int) (128 + 100 * Math.sin(0.7 * wave));
            if (random.nextDouble() < changed) {
                points[i] = random.nextInt(256);
            }
        }
        return new Face(box, 30, Body.below(box), Optional.of(FaceLook.of(points)));
    }

    /** Samples without people. */
    Scenery shows(int times, FrameLook look, Thing... things) {
        for (int i = 0; i < times; i++) {
            int n = samples.size();
            samples.add(new Sample(24 * n, OptionalDouble.of(n), look, List.of(), List.of(), List.of(things)));
        }
        return this;
    }

    static CaptionReading caption(String... lines) {
        List<CaptionLine> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new CaptionLine(line, new Box(0.1, 0.8 + 0.06 * read.size(), 0.3, 0.05), 0.95));
        }
        return new CaptionReading(read);
    }

    Scenery sees(FrameLook look, List<Face> faces, CaptionReading... captions) {
        int n = samples.size();
        samples.add(new Sample(24 * n, OptionalDouble.of(n), look, faces, List.of(captions)));
        return this;
    }

    Scenery sees(int times, FrameLook look, List<Face> faces, CaptionReading... captions) {
        for (int i = 0; i < times; i++) {
            sees(look, faces, captions);
        }
        return this;
    }

    List<Sample> samples() {
        return samples;
    }

    SeenMedium video() {
        return new SeenMedium("v0", samples);
    }

    static SeenMedium picture(String id, Face... faces) {
        return new SeenMedium(id, List.of(new Sample(0, OptionalDouble.empty(), ROOM, List.of(faces), List.of())));
    }

    static EntityChain chain(String id, EntityType type, String name) {
        return new EntityChain(id, type, name, List.of("m" + id));
    }

    static Mention mention(String id, EntityType type, String text) {
        return new Mention("m" + id, type, 0, text.codePointCount(0, text.length()), text, 1);
    }
}
