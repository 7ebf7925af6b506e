package org.newsreel.extraction.region;

import java.util.Optional;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;

/**
 * What a frame without people is about: the part of the picture where its detail is, such as a machine on a plain floor, a
 * screen with writing or a table of goods. A cameraman fills the frame with his subject, so this is most of the frame
 * unless its rim is plain. Large letters make it a sign or logo, which in news stand for organisations. Call within a {@code PointerScope}.
 */
final class SubjectFinder {
    /**
     * How often what fills a frame without people is what annotators of real news boxed there, with its type: 12 of 23 by
     * {@code evaluate regions} on MDocRE's samples.
     */
    static final double CONFIDENCE = 0.5;

    /** Smaller pictures, in points of either side, are icons. */
    private static final int SMALLEST = 96;

    private static final int WIDTH = 160;

    /** Smaller differences of neighbouring points, of 255, are noise and soft shadows. */
    private static final int DETAIL = 24;

    /** Larger ones count as this much: a hard edge is no more of a subject than a soft one. */
    private static final int MOST = 60;

    /** Share of the detail that is left out at each side: station marks, and what reaches into the frame. */
    private static final double RIM = 0.02;

    /** Mean detail of a picture of anything, of 255: less is black, fog or a blank card. */
    private static final double LEAST_MEAN = 0.5;

    private SubjectFinder() {}

    /** Where a picture of one channel has its detail; nothing in one without. */
    static Optional<Thing> find(Mat grey) {
        int height = Math.max(2, (int) Math.round((double) WIDTH * grey.rows() / grey.cols()));
        if (Math.min(grey.cols(), grey.rows()) < SMALLEST || height > 4 * WIDTH) {
            return Optional.empty();
        }
        Mat small = new Mat();
        opencv_imgproc.resize(grey, small, new Size(WIDTH, height), 0, 0, opencv_imgproc.INTER_AREA);
        Mat edges = new Mat();
        opencv_imgproc.morphologyEx(
                small,
                edges,
                opencv_imgproc.MORPH_GRADIENT,
                opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(3, 3)));
        long[] columns = new long[WIDTH];
        long[] rows = new long[height];
        long sum = 0;
        try (UByteIndexer points = edges.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int detail = points.get(y, x);
                    if (detail >= DETAIL) {
                        detail = Math.min(MOST, detail);
                        columns[x] += detail;
                        rows[y] += detail;
                        sum += detail;
                    }
                }
            }
        }
        if (sum < LEAST_MEAN * WIDTH * height) {
            return Optional.empty();
        }
        double[] across = between(columns, sum);
        double[] down = between(rows, sum);
        Box box = new Box(across[0], down[0], across[1] - across[0], down[1] - down[0]);
        EntityType type = SignFinder.isSign(grey) ? EntityType.ORG : EntityType.MISC;
        return Optional.of(new Thing(type, box, CONFIDENCE, Optional.empty()));
    }

    /** Where all but the rims' share of a sum begins and ends, in [0, 1]. */
    private static double[] between(long[] values, long sum) {
        int first = 0;
        long before = values[0];
        while (before < RIM * sum) {
            before += values[++first];
        }
        int last = values.length - 1;
        long after = values[last];
        while (last > first && after < RIM * sum) {
            after += values[--last];
        }
        return new double[] {(double) first / values.length, (last + 1.0) / values.length};
    }
}
