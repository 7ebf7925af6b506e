package org.newsreel.extraction.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.newsreel.ontology.claim.Box;

/**
 * Finds faces that look towards the camera, with two of the boosted cascades that OpenCV ships (Viola and Jones 2001;
 * Lienhart and Maydt 2002): the first searches the frame, the second looks again at what the first found. About 70 ms a
 * frame on one core. Not thread safe; owns native memory.
 */
final class FaceDetector implements AutoCloseable {
    static final String SEARCH = "haarcascade_frontalface_alt2";
    static final String CONFIRM = "haarcascade_frontalface_default";

    /** Longest side of the picture that is searched, in pixels. */
    private static final int SIDE = 640;

    /** Faces narrower than this share of the longest side are not looked for. */
    private static final double SMALLEST = 0.05;

    /** Windows that must agree for anything to be reported; tracks ask for more. */
    private static final int NEIGHBOURS = 2;

    private static final double SCALE_STEP = 1.12;
    private static final int CONFIRM_WIDTH = 120;

    private final CascadeClassifier search;
    private final CascadeClassifier confirm;

    FaceDetector() {
        search = new CascadeClassifier(file(SEARCH).toString());
        try {
            confirm = new CascadeClassifier(file(CONFIRM).toString());
        } catch (RuntimeException e) {
            search.close();
            throw e;
        }
        if (search.empty() || confirm.empty()) {
            close();
            throw new IllegalStateException("OpenCV's face cascades could not be read from its jar");
        }
    }

    /** Where JavaCPP unpacked a cascade from OpenCV's jar. */
    static Path file(String cascade) {
        String resource =
                "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/" + cascade + ".xml";
        try {
            return Loader.cacheResource(resource).toPath();
        } catch (IOException e) {
            throw new UncheckedIOException("OpenCV's cascade " + cascade + " could not be unpacked", e);
        }
    }

    /** Faces from left to right, as fractions of the picture whatever its size. */
    List<Face> detect(Mat image) {
        try (PointerScope scope = new PointerScope()) {
            Mat grey = Grey.within(Grey.of(image), SIDE);
            int smallest = Math.max(20, (int) Math.round(SMALLEST * Math.max(grey.cols(), grey.rows())));
            if (Math.min(grey.cols(), grey.rows()) < smallest) {
                return List.of();
            }
            opencv_imgproc.equalizeHist(grey, grey);
            RectVector found = new RectVector();
            IntPointer neighbours = new IntPointer(1L);
            search.detectMultiScale2(
                    grey, found, neighbours, SCALE_STEP, NEIGHBOURS, 0, new Size(smallest, smallest), new Size());
            List<Face> faces = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                Rect rect = found.get(i);
                double strength = neighbours.get(i) + confirmations(grey, rect) / 8.0;
                faces.add(new Face(head(rect, grey.cols(), grey.rows()), strength));
            }
            faces.sort(Comparator.comparingDouble((Face face) -> face.box().x())
                    .thenComparingDouble(face -> face.box().y())
                    .thenComparingDouble(face -> face.box().width()));
            return faces;
        }
    }

    /** How many windows of the second cascade agree with the first one's find. */
    private int confirmations(Mat grey, Rect face) {
        int margin = face.width() / 3;
        int x = Math.max(0, face.x() - margin);
        int y = Math.max(0, face.y() - margin);
        int right = Math.min(grey.cols(), face.x() + face.width() + margin);
        int bottom = Math.min(grey.rows(), face.y() + face.height() + margin);
        double scale = (double) CONFIRM_WIDTH / face.width();
        Mat near = new Mat();
        opencv_imgproc.resize(
                grey.apply(new Rect(x, y, right - x, bottom - y)),
                near,
                new Size(),
                scale,
                scale,
                opencv_imgproc.INTER_LINEAR);
        RectVector found = new RectVector();
        IntPointer neighbours = new IntPointer(1L);
        int smallest = CONFIRM_WIDTH * 6 / 10;
        int largest = CONFIRM_WIDTH * 3 / 2;
        confirm.detectMultiScale2(
                near, found, neighbours, 1.1, 1, 0, new Size(smallest, smallest), new Size(largest, largest));
        int most = 0;
        for (int i = 0; i < found.size(); i++) {
            most = Math.max(most, neighbours.get(i));
        }
        return most;
    }

    /** The cascade's square covers brow to chin; a head reaches a quarter of it further up and an eighth sideways. */
    private static Box head(Rect face, int width, int height) {
        double x = Math.max(0, face.x() - 0.08 * face.width());
        double y = Math.max(0, face.y() - 0.2 * face.height());
        double right = Math.min(width, face.x() + 1.08 * face.width());
        double bottom = Math.min(height, face.y() + 1.1 * face.height());
        return new Box(x / width, y / height, (right - x) / width, (bottom - y) / height);
    }

    @Override
    public void close() {
        search.close();
        if (confirm != null) {
            confirm.close();
        }
    }
}
