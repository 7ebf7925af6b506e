package org.newsreel.extraction.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a detector's numbers are to be read. Boxes are given by their middle, width and height. All methods are pure.
 */
enum Layout {
    /** One output [1, boxes, 5 + classes]: box in points of the input, certainty that there is anything, classes. */
    YOLOV5,
    /** One output [1, 4 + classes, boxes]: box in points of the input, classes. */
    YOLOV8,
    /**
     * Two outputs, [1, boxes, classes + 1] before the softmax with "nothing" last, and [1, boxes, 4] in fractions of the
     * input (Carion et al. 2020).
     */
    DETR;

    /** Boxes of one class that overlap more are one thing; DETR's sets have no doubles. */
    private static final double SAME = 0.45;

    /**
     * A box in points of the input, by its corners.
     *
     * @param kind index of its class
     */
    record Found(int kind, double score, double left, double top, double right, double bottom) {
        double overlap(Found other) {
            double w = Math.min(right, other.right) - Math.max(left, other.left);
            double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double both = Math.max(0, w) * Math.max(0, h);
            double all = area() + other.area() - both;
            return all <= 0 ? 0 : both / all;
        }

        private double area() {
            return (right - left) * (bottom - top);
        }
    }

    static Layout named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The layout that fits the outputs' shapes, when one does. */
    static Optional<Layout> of(List<Scores> outputs, int classes) {
        if (outputs.size() == 2) {
            boolean boxes = outputs.stream().anyMatch(o -> o.plane()[1] == 4);
            boolean kinds = outputs.stream().anyMatch(o -> o.plane()[1] == classes + 1);
            return boxes && kinds ? Optional.of(DETR) : Optional.empty();
        }
        if (outputs.size() == 1) {
            int[] plane = outputs.get(0).plane();
            if (plane[1] == classes + 5) {
                return Optional.of(YOLOV5);
            }
            if (plane[0] == classes + 4) {
                return Optional.of(YOLOV8);
            }
        }
        return Optional.empty();
    }

    /**
     * The boxes with a score of at least {@code least}, surest first, doubles left out.
     *
     * @param size side of the square input in points
     */
    List<Found> decode(List<Scores> outputs, int size, double least) {
        return switch (this) {
            case YOLOV5 -> apart(yolo(outputs.get(0), least, true));
            case YOLOV8 -> apart(yolo(outputs.get(0), least, false));
            case DETR -> sorted(detr(outputs, size, least));
        };
    }

    private static List<Found> yolo(Scores output, double least, boolean boxByRow) {
        int[] plane = output.plane();
        int boxes = boxByRow ? plane[0] : plane[1];
        int numbers = boxByRow ? plane[1] : plane[0];
        int first = boxByRow ? 5 : 4;
        float[] values = output.values();
        List<Found> found = new ArrayList<>();
        for (int b = 0; b < boxes; b++) {
            int start = boxByRow ? b * numbers : b;
            int step = boxByRow ? 1 : boxes;
            int best = first;
            for (int k = first + 1; k < numbers; k++) {
                best = values[start + k * step] > values[start + best * step] ? k : best;
            }
            double score = values[start + best * step] * (boxByRow ? values[start + 4 * step] : 1);
            if (score >= least) {
                found.add(box(
                        best - first,
                        score,
                        values[start],
                        values[start + step],
                        values[start + 2 * step],
                        values[start + 3 * step]));
            }
        }
        return found;
    }

    private static List<Found> detr(List<Scores> outputs, int size, double least) {
        boolean boxesFirst = outputs.get(0).plane()[1] == 4;
        Scores boxes = outputs.get(boxesFirst ? 0 : 1);
        Scores kinds = outputs.get(boxesFirst ? 1 : 0);
        int count = kinds.plane()[0];
        int classes = kinds.plane()[1];
        List<Found> found = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            int start = b * classes;
            int best = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, kinds.values()[start + k]);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(kinds.values()[start + k] - largest);
                best = k < classes - 1 && kinds.values()[start + k] > kinds.values()[start + best] ? k : best;
            }
            double score = Math.exp(kinds.values()[start + best] - largest) / sum;
            if (score >= least) {
                float[] box = boxes.values();
                found.add(box(
                        best,
                        score,
                        box[4 * b] * size,
                        box[4 * b + 1] * size,
                        box[4 * b + 2] * size,
                        box[4 * b + 3] * size));
            }
        }
        return found;
    }

    private static Found box(int kind, double score, double x, double y, double width, double height) {
        return new Found(kind, Math.min(1, score), x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    private static List<Found> sorted(List<Found> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::score)
                        .reversed()
                        .thenComparingDouble(Found::left)
                        .thenComparingDouble(Found::top))
                .toList();
    }

    /** Greedy suppression of doubles within a class, as YOLO's own. */
    private static List<Found> apart(List<Found> found) {
        List<Found> kept = new ArrayList<>();
        for (Found one : sorted(found)) {
            if (kept.stream().noneMatch(other -> other.kind() == one.kind() && other.overlap(one) > SAME)) {
                kept.add(one);
            }
        }
        return kept;
    }
}
