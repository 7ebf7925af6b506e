package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.newsreel.extraction.detector.Detection;
import org.newsreel.extraction.detector.ObjectDetector;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;

/**
 * Finds people and things in a frame: by a user's detector where there is one, else by proportions from the face and by
 * where the picture has its detail. Not thread safe; owns native memory.
 */
final class FigureFinder implements AutoCloseable {
    /** Strength of a person whom a detector is sure of; half as sure is as good as a face that only one sample shows. */
    private static final double SURE = 2 * FaceTracker.STRONG_ALONE;

    private final FaceDetector faces = new FaceDetector();
    private final Optional<ObjectDetector> detector;

    /** @param detector belongs to this from now on */
    FigureFinder(Optional<ObjectDetector> detector) {
        this.detector = detector;
    }

    /**
     * What is in a frame.
     *
     * @param faces people, from left to right
     * @param things what else there is
     */
    record Figures(List<Face> faces, List<Thing> things) {}

    /** Looks at a frame of 8 bits and one, three or four channels in OpenCV's order. */
    Figures find(Mat image) {
        List<Face> heads = faces.detect(image);
        if (detector.isPresent()) {
            List<Detection> people = new ArrayList<>();
            List<Thing> things = new ArrayList<>();
            for (Detection detection : detector.get().detect(image)) {
                EntityType type = detector.get().type(detection);
                if (type == EntityType.PER) {
                    people.add(detection);
                } else {
                    things.add(new Thing(type, detection.box(), detection.score(), Optional.of(detection.label())));
                }
            }
            return new Figures(withBodies(heads, people), things);
        }
        if (heads.stream().anyMatch(head -> head.strength() >= FaceTracker.STRONG_ALONE)) {
            return new Figures(heads, List.of());
        }
        try (PointerScope scope = new PointerScope()) {
            return new Figures(
                    heads, SubjectFinder.find(Grey.of(image)).stream().toList());
        }
    }

    /** Gives each head the smallest body around it; bodies without a head become people whose face is not seen. */
    static List<Face> withBodies(List<Face> heads, List<Detection> bodies) {
        List<Face> people = new ArrayList<>();
        List<Detection> headless = new ArrayList<>(bodies);
        for (Face head : heads) {
            Optional<Detection> body = bodies.stream()
                    .filter(b -> holds(b.box(), head.box()))
                    .min(Comparator.comparingDouble(
                            b -> b.box().width() * b.box().height()));
            body.ifPresent(headless::remove);
            people.add(body.map(b ->
                            new Face(head.box(), Math.max(head.strength(), SURE * b.score()), b.box(), head.look()))
                    .orElse(head));
        }
        for (Detection body : headless) {
            people.add(new Face(Body.headOf(body.box()), SURE * body.score(), body.box(), Optional.empty()));
        }
        people.sort(Comparator.comparingDouble((Face face) -> face.box().x())
                .thenComparingDouble(face -> face.box().y()));
        return people;
    }

    /** Whether the middle of a head is in the upper half of a body. */
    private static boolean holds(Box body, Box head) {
        double x = head.x() + head.width() / 2;
        double y = head.y() + head.height() / 2;
        return x >= body.x() && x <= body.x() + body.width() && y >= body.y() && y <= body.y() + body.height() / 2;
    }

    @Override
    public void close() {
        faces.close();
        detector.ifPresent(ObjectDetector::close);
    }
}
