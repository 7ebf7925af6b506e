package org.newsreel.api.media;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Encodes pixels for browsers. */
final class Jpeg {
    private static final int QUALITY = 90;

    private Jpeg() {}

    /** @throws IllegalArgumentException when the cut-out lies outside the picture */
    static byte[] encode(Mat image, Optional<Cutout> cutout) {
        int[] part = cutout.map(c -> c.within(image.cols(), image.rows()))
                .orElseGet(() -> new int[] {0, 0, image.cols(), image.rows()});
        try (Rect place = new Rect(part[0], part[1], part[2], part[3]);
                Mat cut = new Mat(image, place);
                BytePointer encoded = new BytePointer();
                IntPointer options = new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY)) {
            if (!imencode(".jpg", cut, encoded, options)) {
                throw new IllegalStateException("OpenCV could not encode a picture as JPEG");
            }
            byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(bytes);
            return bytes;
        }
    }
}
