package org.newsreel.extraction.shot;

import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Painted backdrops with something that moves in front: what a camera would see of made-up places. */
final class Scenes implements AutoCloseable {
    static final int WIDTH = 320;
    static final int HEIGHT = 180;

    private final Mat[] wide;

    Scenes(int count, long seed) {
        Random random = new Random(seed);
        wide = new Mat[count];
        for (int i = 0; i < count; i++) {
            wide[i] = backdrop(random);
        }
    }

    /** Scene {@code i} with its figure at step {@code n}, seen by a camera that has moved {@code pan} pixels. */
    void paint(Mat picture, int i, int n, int pan) {
        try (Rect view = new Rect(pan % (wide[i].cols() - WIDTH), 0, WIDTH, HEIGHT);
                Mat seen = new Mat(wide[i], view);
                Scalar grey = new Scalar(60 + 20 * i % 120, 90, 200, 0);
                Point centre = new Point(60 + 3 * n % 200, 120)) {
            seen.copyTo(picture);
            opencv_imgproc.circle(picture, centre, 26, grey, opencv_imgproc.FILLED, opencv_imgproc.LINE_AA, 0);
        }
    }

    /** Two scenes mixed; {@code share} of the second. */
    void mix(Mat picture, int a, int b, int n, double share) {
        try (Mat other = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3)) {
            paint(picture, a, n, 0);
            paint(other, b, n, 0);
            opencv_core.addWeighted(picture, 1 - share, other, share, 0, picture);
        }
    }

    /** A scene with {@code share} of its light. */
    void dim(Mat picture, int a, int n, double share) {
        paint(picture, a, n, 0);
        picture.convertTo(picture, -1, share, 0);
    }

    static void plain(Mat picture, int level) {
        try (Scalar colour = new Scalar(level, level, level, 0)) {
            picture.put(colour);
        }
    }

    private static Mat backdrop(Random random) {
        Mat coarse = new Mat(6, 24, opencv_core.CV_8UC3);
        try (UByteIndexer values = coarse.createIndexer();
                Size size = new Size(4 * WIDTH, HEIGHT)) {
            int base = 40 + random.nextInt(120);
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 24; x++) {
                    for (int c = 0; c < 3; c++) {
                        values.put(y, x, c, Math.min(255, base + random.nextInt(90)));
                    }
                }
            }
            Mat full = new Mat();
            opencv_imgproc.resize(coarse, full, size, 0, 0, opencv_imgproc.INTER_CUBIC);
            return full;
        } finally {
            coarse.close();
        }
    }

    @Override
    public void close() {
        for (Mat mat : wide) {
            mat.close();
        }
    }
}
