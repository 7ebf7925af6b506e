package org.newsreel.extraction.media;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How a stored picture is turned to be shown: rows and columns exchanged first, then mirrored.
 *
 * @param transposed rows become columns
 * @param mirroredX left and right exchanged, after transposing
 * @param mirroredY top and bottom exchanged, after transposing
 */
record Orientation(boolean transposed, boolean mirroredX, boolean mirroredY) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /**
     * Reads the matrix of a track header (ISO/IEC 14496-12, 8.3.2): a stored point {@code (p, q)} is shown at
     * {@code (a p + c q, b p + d q)}. Turns by anything but quarters are taken as the nearest quarter.
     *
     * @param matrix nine numbers {@code a b u c d v x y w}
     */
    static Orientation ofDisplayMatrix(IntPointer matrix) {
        int a = matrix.get(0);
        int b = matrix.get(1);
        int c = matrix.get(3);
        int d = matrix.get(4);
        boolean transposed = Math.abs((long) b) + Math.abs((long) c) > Math.abs((long) a) + Math.abs((long) d);
        return transposed ? new Orientation(true, c < 0, b < 0) : new Orientation(false, a < 0, d < 0);
    }

    /** A new picture, turned. */
    Mat upright(Mat stored) {
        Mat shown = new Mat();
        if (transposed) {
            opencv_core.transpose(stored, shown);
        } else {
            stored.copyTo(shown);
        }
        if (mirroredX || mirroredY) {
            int code = mirroredX && mirroredY ? -1 : mirroredX ? 1 : 0;
            opencv_core.flip(shown, shown, code);
        }
        return shown;
    }
}
