package org.newsreel.extraction.region;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.newsreel.extraction.detector.ObjectDetector;

/** Turns frames into samples: the native half of this package. Not thread safe; owns native memory. */
final class Watcher implements AutoCloseable {
    private final FigureFinder figures;
    private final CaptionReader captions;

    /** Opens the cascades and the caption model, which lies in {@code captionModel}. */
    Watcher(Path captionModel) {
        this(captionModel, Optional.empty(), Optional.empty());
    }

    /**
     * @param chineseModel the directory of the model for Chinese captions
     * @param detector in place of what OpenCV brings; belongs to this from now on
     */
    Watcher(Path captionModel, Optional<Path> chineseModel, Optional<ObjectDetector> detector) {
        figures = new FigureFinder(detector);
        try {
            captions = new CaptionReader(captionModel, chineseModel);
        } catch (RuntimeException e) {
            figures.close();
            throw e;
        }
    }

    /** Whether the frames to come may have Chinese captions; it takes twice the time. */
    void setReadsChinese(boolean reads) {
        captions.setReadsChinese(reads);
    }

    /** Looks at a frame of 8 bits and one, three or four channels in OpenCV's order. */
    Sample watchVideo(Mat image, int frame, OptionalDouble time) {
        FigureFinder.Figures found = figures.find(image);
        return new Sample(frame, time, look(image), found.faces(), captions.read(image), found.things());
    }

    /** Looks at a picture. */
    Sample watchPicture(Mat image) {
        return watchVideo(image, 0, OptionalDouble.empty());
    }

    private static FrameLook look(Mat image) {
        try (PointerScope scope = new PointerScope()) {
            return Grey.look(image);
        }
    }

    @Override
    public void close() {
        figures.close();
        captions.close();
    }
}
