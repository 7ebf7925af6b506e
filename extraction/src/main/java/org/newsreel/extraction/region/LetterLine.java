package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Letters side by side: shapes of one brightness and about one height on one line, whose widths differ as those of letters
 * do and those of stripes, railings and windows do not. Pure.
 */
final class LetterLine {
    /** Fewer letters are no reason to speak of writing. */
    static final int LETTERS = 6;

    private static final double SAME_HEIGHT = 0.35;
    private static final double SAME_GREY = 18;
    private static final double WIDEST_GAP = 1.2;
    private static final double SLOPE = 0.25;

    /** Standard deviation of the widths, as a share of their mean. */
    private static final double UNEVEN = 0.2;

    private LetterLine() {}

    /**
     * A shape that may be a letter, in points.
     *
     * @param grey its mean brightness
     */
    record Shape(int x, int y, int width, int height, double grey) {
        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        private boolean isSame(Shape other) {
            int w = Math.min(right(), other.right()) - Math.max(x, other.x);
            int h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
            int both = Math.max(0, w) * Math.max(0, h);
            return 2 * both > width * height + other.width * other.height - both;
        }
    }

    /** The line with the most letters among shapes; empty when none has {@link #LETTERS}. */
    static List<Shape> longest(List<Shape> shapes) {
        List<Shape> sorted = new ArrayList<>();
        shapes.stream()
                .sorted(Comparator.comparingInt(Shape::x)
                        .thenComparingInt(Shape::y)
                        .thenComparingInt(Shape::width)
                        .thenComparingInt(Shape::height)
                        .thenComparingDouble(Shape::grey))
                .filter(shape -> sorted.stream().noneMatch(shape::isSame))
                .forEach(sorted::add);
        List<Shape> longest = List.of();
        for (int i = 0; i < sorted.size(); i++) {
            List<Shape> line = from(sorted, i);
            if (line.size() > longest.size() && uneven(line)) {
                longest = line;
            }
        }
        return longest.size() >= LETTERS ? longest : List.of();
    }

    private static List<Shape> from(List<Shape> sorted, int start) {
        List<Shape> line = new ArrayList<>();
        Shape first = sorted.get(start);
        Shape last = first;
        line.add(first);
        for (Shape next : sorted.subList(start + 1, sorted.size())) {
            int gap = next.x() - last.right();
            boolean high =
                    Math.abs(next.height() - last.height()) < SAME_HEIGHT * Math.max(next.height(), last.height());
            boolean onLine = Math.abs(next.bottom() - last.bottom()) < SLOPE * (last.height() + Math.abs(gap));
            if (gap <= WIDEST_GAP * first.height()
                    && gap >= -0.3 * last.width()
                    && high
                    && onLine
                    && Math.abs(next.grey() - first.grey()) < SAME_GREY) {
                line.add(next);
                last = next;
            }
        }
        return line;
    }

    private static boolean uneven(List<Shape> line) {
        double mean = line.stream().mapToInt(Shape::width).average().orElse(0);
        double variance = line.stream()
                .mapToDouble(shape -> (shape.width() - mean) * (shape.width() - mean))
                .average()
                .orElse(0);
        return Math.sqrt(variance) >= UNEVEN * mean;
    }
}
