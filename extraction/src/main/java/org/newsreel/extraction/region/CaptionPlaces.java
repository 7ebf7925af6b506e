package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.newsreel.ontology.claim.Box;

/**
 * Where in a part of a frame writing could stand: wide, low bands of strong edges. It keeps the reader, which is
 * ten times slower, away from frames without captions. Call within a {@code PointerScope}.
 */
final class CaptionPlaces {
    /** Captions stand below this share of the frame's height. */
    private static final double LOWER_PART = 0.6;

    /** Steps in brightness over three pixels that letters on a caption's ground have. */
    private static final double EDGE = 90;

    private CaptionPlaces() {}

    /** Pixels in the part; right and bottom are exclusive. */
    record Place(int left, int top, int right, int bottom) {
        boolean near(Place other, int across, int down) {
            int gapY = Math.max(other.top - bottom, top - other.bottom);
            int gapX = Math.max(other.left - right, left - other.right);
            return gapY < down && gapX < across;
        }

        Place with(Place other) {
            return new Place(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    /** The row at which the lower part of a frame begins. */
    static int top(int frameHeight) {
        return (int) (frameHeight * LOWER_PART);
    }

    /** Whether a box stands where captions do, rather than signs and titles. */
    static boolean isLow(Box box) {
        // What was cut out has a margin.
        return box.y() >= LOWER_PART - 0.02;
    }

    /** Places from top to bottom; lines that stand close together are one place. */
    static List<Place> find(Mat part, int frameHeight) {
        int width = part.cols();
        Mat edges = new Mat();
        opencv_imgproc.morphologyEx(part, edges, opencv_imgproc.MORPH_GRADIENT, cross());
        opencv_imgproc.threshold(edges, edges, EDGE, 255, opencv_imgproc.THRESH_BINARY);
        opencv_imgproc.morphologyEx(edges, edges, opencv_imgproc.MORPH_CLOSE, kernel(Math.max(3, width / 50), 3));
        opencv_imgproc.morphologyEx(edges, edges, opencv_imgproc.MORPH_OPEN, kernel(Math.max(3, width / 40), 3));
        MatVector contours = new MatVector();
        opencv_imgproc.findContours(edges, contours, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_SIMPLE);
        List<Place> places = new ArrayList<>();
        for (long i = 0; i < contours.size(); i++) {
            Rect rect = opencv_imgproc.boundingRect(contours.get(i));
            boolean wide = rect.width() >= 0.06 * width && rect.width() >= 2.2 * rect.height();
            boolean lineHigh = rect.height() >= 0.014 * frameHeight && rect.height() <= 0.09 * frameHeight;
            // Station marks stand at the right edge.
            if (wide && lineHigh && rect.x() <= 0.8 * width) {
                places.add(new Place(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height()));
            }
        }
        List<Place> joined = join(places, (int) (0.05 * width), (int) (0.04 * frameHeight));
        joined.sort(Comparator.comparingInt(Place::top).thenComparingInt(Place::left));
        return joined;
    }

    private static List<Place> join(List<Place> places, int across, int down) {
        List<Place> joined = new ArrayList<>();
        List<Place> open = new ArrayList<>(places);
        while (!open.isEmpty()) {
            Place place = open.remove(open.size() - 1);
            boolean grown = true;
            while (grown) {
                grown = false;
                for (int i = open.size() - 1; i >= 0; i--) {
                    if (place.near(open.get(i), across, down)) {
                        place = place.with(open.remove(i));
                        grown = true;
                    }
                }
            }
            joined.add(place);
        }
        return joined;
    }

    /** The four neighbours: a full square would widen every edge's corners. */
    private static Mat cross() {
        return opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_CROSS, new Size(3, 3));
    }

    private static Mat kernel(int width, int height) {
        return opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(width, height));
    }
}
