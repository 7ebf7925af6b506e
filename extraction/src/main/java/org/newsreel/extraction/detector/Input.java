package org.newsreel.extraction.detector;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.newsreel.ontology.claim.Box;

/**
 * A picture as detectors take it: fitted into the top left of a grey square, its shape kept.
 *
 * @param values [3, size, size], red first
 * @param width of the picture in the square, in points
 * @param height of the picture in the square, in points
 */
record Input(float[] values, int width, int height) {
    /** The grey around pictures in YOLO's training. */
    private static final int AROUND = 114;

    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** @param normalised by ImageNet's mean and deviation, as DETR takes it, rather than in [0, 1] */
    static Input of(Mat image, int size, boolean normalised) {
        try (PointerScope scope = new PointerScope()) {
            double scale = (double) size / Math.max(image.cols(), image.rows());
            int width = Math.max(1, (int) Math.round(image.cols() * scale));
            int height = Math.max(1, (int) Math.round(image.rows() * scale));
            Mat fitted = new Mat();
            int method = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
            opencv_imgproc.resize(image, fitted, new Size(width, height), 0, 0, method);
            int channels = fitted.channels();
            float[] values = new float[3 * size * size];
            try (UByteIndexer points = fitted.createIndexer()) {
                for (int c = 0; c < 3; c++) {
                    int from = channels < 3 ? 0 : 2 - c;
                    for (int y = 0; y < size; y++) {
                        for (int x = 0; x < size; x++) {
                            int point = x < width && y < height ? points.get(y, x, from) : AROUND;
                            float value = point / 255f;
                            values[(c * size + y) * size + x] = normalised ? (value - MEAN[c]) / DEVIATION[c] : value;
                        }
                    }
                }
            }
            return new Input(values, width, height);
        }
    }

    /** From points of the square to fractions of the picture, cut at its edges. */
    Optional<Box> box(Layout.Found found) {
        double left = Math.max(0, found.left() / width);
        double top = Math.max(0, found.top() / height);
        double right = Math.min(1, found.right() / width);
        double bottom = Math.min(1, found.bottom() / height);
        return right > left && bottom > top
                ? Optional.of(new Box(left, top, right - left, bottom - top))
                : Optional.empty();
    }
}
