package org.newsreel.extraction.region;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Small pictures made from a frame. What these methods return belongs to the caller's {@code PointerScope}. */
final class Grey {
    private Grey() {}

    /** One channel of 8 bits at the frame's own size. */
    static Mat of(Mat image) {
        Mat grey = new Mat();
        switch (image.channels()) {
            case 1 -> image.copyTo(grey);
            case 4 -> opencv_imgproc.cvtColor(image, grey, opencv_imgproc.COLOR_BGRA2GRAY);
            default -> opencv_imgproc.cvtColor(image, grey, opencv_imgproc.COLOR_BGR2GRAY);
        }
        return grey;
    }

    /** The picture made smaller so that neither side is longer than {@code side}; never larger. */
    static Mat within(Mat image, int side) {
        int longest = Math.max(image.cols(), image.rows());
        if (longest <= side) {
            return image;
        }
        double scale = (double) side / longest;
        Mat small = new Mat();
        opencv_imgproc.resize(
                image,
                small,
                new Size(Math.max(1, (int) Math.round(image.cols() * scale)), Math.max(1, (int)
                        Math.round(image.rows() * scale))),
                0,
                0,
                opencv_imgproc.INTER_AREA);
        return small;
    }

    /** What a face looks like in a picture of one channel. */
    static FaceLook faceLook(Mat grey, Rect face) {
        Mat small = new Mat();
        opencv_imgproc.resize(
                grey.apply(face), small, new Size(FaceLook.SIDE, FaceLook.SIDE), 0, 0, opencv_imgproc.INTER_AREA);
        opencv_imgproc.GaussianBlur(small, small, new Size(3, 3), 0);
        int[] points = new int[FaceLook.SIDE * FaceLook.SIDE];
        try (UByteIndexer pixels = small.createIndexer()) {
            for (int i = 0; i < points.length; i++) {
                points[i] = pixels.get(i / FaceLook.SIDE, i % FaceLook.SIDE);
            }
        }
        return FaceLook.of(points);
    }

    static FrameLook look(Mat image) {
        Mat small = new Mat();
        opencv_imgproc.resize(
                image, small, new Size(FrameLook.WIDTH, FrameLook.HEIGHT), 0, 0, opencv_imgproc.INTER_AREA);
        int[] points = new int[FrameLook.WIDTH * FrameLook.HEIGHT * 3];
        int channels = small.channels();
        try (UByteIndexer pixels = small.createIndexer()) {
            for (int i = 0; i < points.length; i++) {
                int x = i / 3 % FrameLook.WIDTH;
                int y = i / 3 / FrameLook.WIDTH;
                points[i] = pixels.get(y, x, Math.min(i % 3, channels - 1));
            }
        }
        return new FrameLook(points);
    }
}
