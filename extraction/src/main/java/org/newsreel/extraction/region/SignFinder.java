package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.PointVector;
import org.bytedeco.opencv.opencv_core.PointVectorVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_features2d.MSER;

/**
 * Tells signs and logos from other pictures: large letters, as maximally stable regions (Matas et al. 2002) on one line.
 * What is written on screens and papers is smaller. About 10 ms a frame. Call within a {@code PointerScope}.
 */
final class SignFinder {
    private static final int WIDTH = 320;

    /** Heights of large letters, as shares of the frame's. */
    private static final double LOWEST = 0.07;

    private static final double HIGHEST = 0.4;
    private static final double WIDEST = 1.8;
    private static final double NARROWEST = 0.12;

    /** Share of its box that a letter covers. */
    private static final double LEAST_INK = 0.2;

    private static final double MOST_INK = 0.95;

    /** Stable over this many steps of brightness, of 255. */
    private static final int DELTA = 4;

    /** Points of a region whose brightness is taken. */
    private static final int SAMPLED = 24;

    private static final double SMALLEST_AREA = 0.0008;
    private static final double LARGEST_AREA = 0.03;

    private SignFinder() {}

    /** Whether a picture of one channel has a line of large letters in it. */
    static boolean isSign(Mat grey) {
        int height = (int) Math.round((double) WIDTH * grey.rows() / grey.cols());
        if (height < WIDTH / 4 || height > 4 * WIDTH) {
            return false;
        }
        Mat small = new Mat();
        opencv_imgproc.resize(grey, small, new Size(WIDTH, height), 0, 0, opencv_imgproc.INTER_AREA);
        int area = WIDTH * height;
        PointVectorVector regions = new PointVectorVector();
        RectVector boxes = new RectVector();
        try (MSER mser = MSER.create(
                DELTA, (int) (SMALLEST_AREA * area), (int) (LARGEST_AREA * area), 0.25, 0.2, 200, 1.01, 0.003, 5)) {
            mser.detectRegions(small, regions, boxes);
        }
        List<LetterLine.Shape> shapes = new ArrayList<>();
        try (UByteIndexer points = small.createIndexer()) {
            for (long i = 0; i < boxes.size(); i++) {
                Rect box = boxes.get(i);
                PointVector region = regions.get(i);
                double ink = (double) region.size() / (box.width() * box.height());
                if (isLetter(box, height) && ink >= LEAST_INK && ink <= MOST_INK) {
                    shapes.add(new LetterLine.Shape(
                            box.x(), box.y(), box.width(), box.height(), brightness(points, region)));
                }
            }
        }
        return !LetterLine.longest(shapes).isEmpty();
    }

    private static boolean isLetter(Rect box, int height) {
        boolean whole =
                box.x() > 1 && box.y() > 1 && box.x() + box.width() < WIDTH - 1 && box.y() + box.height() < height - 1;
        return whole
                && box.height() >= LOWEST * height
                && box.height() <= HIGHEST * height
                && box.width() <= WIDEST * box.height()
                && box.width() >= NARROWEST * box.height();
    }

    /** Mean over some of the region's points. */
    private static double brightness(UByteIndexer points, PointVector region) {
        long step = Math.max(1, region.size() / SAMPLED);
        double sum = 0;
        int count = 0;
        for (long i = 0; i < region.size(); i += step) {
            Point point = region.get(i);
            sum += points.get(point.y(), point.x());
            count++;
        }
        return sum / Math.max(1, count);
    }
}
