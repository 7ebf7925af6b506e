package org.newsreel.extraction.region;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns frames into samples: the native half of this package. Not thread safe; owns native memory. */
final class Watcher implements AutoCloseable {
    private final FaceDetector faces;
    private final CaptionReader captions;

    /** Opens the cascades and the caption model, which lies in {@code captionModel}. */
    Watcher(Path captionModel) {
        faces = new FaceDetector();
        try {
            captions = new CaptionReader(captionModel);
        } catch (RuntimeException e) {
            faces.close();
            throw e;
        }
    }

    /** Looks at a frame of 8 bits and one, three or four channels in OpenCV's order. */
    Sample watchVideo(Mat image, int frame, OptionalDouble time) {
        return new Sample(frame, time, look(image), faces.detect(image), captions.read(image));
    }

    /** Looks at a picture. */
    Sample watchPicture(Mat image) {
        return new Sample(0, OptionalDouble.empty(), look(image), faces.detect(image), captions.read(image));
    }

    private static FrameLook look(Mat image) {
        try (PointerScope scope = new PointerScope()) {
            return Grey.look(image);
        }
    }

    @Override
    public void close() {
        faces.close();
        captions.close();
    }
}
