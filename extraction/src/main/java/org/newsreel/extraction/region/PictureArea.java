package org.newsreel.extraction.region;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * The part of a frame that holds the picture, when black bars of one width stand left and right of it or above and below
 * it: upright photographs and films of other shapes. What is in them is small in the frame, so it is searched enlarged.
 */
final class PictureArea {
    /** Points along each side of the small picture in which bars are looked for. */
    private static final int SIDE = 128;

    private static final int BLACK = 24;

    /** Share of a row or column in a bar that is black: station marks stand in bars. */
    private static final double IN_BAR = 0.85;

    /** Bars of one width, as shares of the frame. */
    private static final double EVEN = 0.04;

    private static final double NARROWEST_BAR = 0.06;
    private static final double SMALLEST_PICTURE = 0.2;

    private PictureArea() {}

    /** The picture in a frame of one channel; the whole frame when there are no bars. */
    static Rect of(Mat grey) {
        Mat small = new Mat();
        opencv_imgproc.resize(grey, small, new Size(SIDE, SIDE), 0, 0, opencv_imgproc.INTER_AREA);
        int[] columns = new int[SIDE];
        int[] rows = new int[SIDE];
        try (UByteIndexer points = small.createIndexer()) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (points.get(y, x) <= BLACK) {
                        columns[x]++;
                        rows[y]++;
                    }
                }
            }
        }
        int[] across = between(columns);
        int[] down = between(rows);
        int left = across[0] * grey.cols() / SIDE;
        int top = down[0] * grey.rows() / SIDE;
        int right = across[1] * grey.cols() / SIDE;
        int bottom = down[1] * grey.rows() / SIDE;
        return new Rect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** First line of the picture and the first one after it. */
    private static int[] between(int[] black) {
        int first = 0;
        while (first < SIDE && black[first] >= IN_BAR * SIDE) {
            first++;
        }
        int end = SIDE;
        while (end > first && black[end - 1] >= IN_BAR * SIDE) {
            end--;
        }
        boolean even = Math.abs(first - (SIDE - end)) <= EVEN * SIDE;
        boolean bars = first >= NARROWEST_BAR * SIDE && end - first >= SMALLEST_PICTURE * SIDE;
        return even && bars ? new int[] {first, end} : new int[] {0, SIDE};
    }
}
