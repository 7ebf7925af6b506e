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
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Finds faces with boosted cascades that OpenCV ships (Viola and Jones 2001; Lienhart and Maydt 2002): one searches the
 * frame for faces that look towards the camera, a second looks again at what the first found, and where neither is sure
 * of a face a third searches for faces from the side, in the frame and its mirror image. About 70 ms a frame on one core,
 * 150 ms with the third. Not thread safe; owns native memory.
 */
final class FaceDetector implements AutoCloseable {
    static final String SEARCH = "haarcascade_frontalface_alt2";
    static final String CONFIRM = "haarcascade_frontalface_default";
    static final String SIDE_VIEW = "haarcascade_profileface";

    /** Longest side of the picture that is searched, in pixels. */
    private static final int SIDE = 640;

    /** Pictures within black bars are enlarged at most by this much. */
    private static final double MOST_ENLARGED = 2;

    /** Longest side in which faces from the side are searched. */
    private static final int SIDE_VIEW_SIDE = 480;

    /** Faces narrower than this share of the longest side are not looked for. */
    private static final double SMALLEST = 0.045;

    private static final double SMALLEST_SIDE_VIEW = 0.06;

    /** Windows that must agree for anything to be reported; tracks ask for more. */
    private static final int NEIGHBOURS = 2;

    private static final int SIDE_VIEW_NEIGHBOURS = 4;

    /**
     * Strength of one window of the third cascade: of what it found in real news with seven windows or more, all but one
     * in thirty were faces, while the first cascade needs the strength of ten for that.
     */
    private static final double SIDE_VIEW_WEIGHT = 1.4;

    /** The third cascade's square reaches behind the ear. */
    private static final double SIDE_VIEW_FACE = 0.8;

    /** Faces that overlap more are one face. */
    private static final double SAME = 0.25;

    private static final double SCALE_STEP = 1.12;
    private static final int CONFIRM_WIDTH = 120;

    private final CascadeClassifier search = open(SEARCH);
    private final CascadeClassifier confirm;
    private final CascadeClassifier sideView;

    FaceDetector() {
        CascadeClassifier second = null;
        try {
            second = open(CONFIRM);
            sideView = open(SIDE_VIEW);
            confirm = second;
        } catch (RuntimeException e) {
            search.close();
            if (second != null) {
                second.close();
            }
            throw e;
        }
    }

    private static CascadeClassifier open(String cascade) {
        CascadeClassifier classifier = new CascadeClassifier(file(cascade).toString());
        if (classifier.empty()) {
            classifier.close();
            throw new IllegalStateException("OpenCV's cascade " + cascade + " could not be read from its jar");
        }
        return classifier;
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
            Mat whole = Grey.within(Grey.of(image), SIDE);
            Rect area = PictureArea.of(whole);
            Mat plain = enlarged(whole.apply(area), whole);
            int smallest = smallest(plain, SMALLEST, 20);
            if (Math.min(plain.cols(), plain.rows()) < smallest) {
                return List.of();
            }
            Mat grey = new Mat();
            opencv_imgproc.equalizeHist(plain, grey);
            SearchedArea placed = new SearchedArea(whole, area, plain);
            List<Face> faces = new ArrayList<>();
            RectVector found = new RectVector();
            IntPointer neighbours = new IntPointer(1L);
            search.detectMultiScale2(
                    grey, found, neighbours, SCALE_STEP, NEIGHBOURS, 0, new Size(smallest, smallest), new Size());
            for (int i = 0; i < found.size(); i++) {
                Rect rect = found.get(i);
                faces.add(placed.face(rect, neighbours.get(i) + confirmations(grey, rect) / 8.0));
            }
            if (faces.stream().noneMatch(face -> face.strength() >= FaceTracker.STRONG)) {
                addSideViews(grey, placed, faces);
            }
            faces.sort(Comparator.comparingDouble((Face face) -> face.box().x())
                    .thenComparingDouble(face -> face.box().y())
                    .thenComparingDouble(face -> face.box().width()));
            return faces;
        }
    }

    private static int smallest(Mat picture, double share, int least) {
        return Math.max(least, (int) Math.round(share * Math.max(picture.cols(), picture.rows())));
    }

    private static Mat enlarged(Mat picture, Mat whole) {
        double scale = Math.min(
                MOST_ENLARGED,
                (double) Math.max(whole.cols(), whole.rows()) / Math.max(picture.cols(), picture.rows()));
        if (scale <= 1) {
            return picture;
        }
        Mat large = new Mat();
        opencv_imgproc.resize(picture, large, new Size(), scale, scale, opencv_imgproc.INTER_CUBIC);
        return large;
    }

    /** Adds faces from the side; of the same face as a faint one from the front the stronger stays. */
    private void addSideViews(Mat grey, SearchedArea placed, List<Face> faces) {
        Mat small = Grey.within(grey, SIDE_VIEW_SIDE);
        double scale = (double) grey.cols() / small.cols();
        int smallest = smallest(small, SMALLEST_SIDE_VIEW, 20);
        if (Math.min(small.cols(), small.rows()) < smallest) {
            return;
        }
        for (boolean mirrored : new boolean[] {false, true}) {
            Mat searched = small;
            if (mirrored) {
                searched = new Mat();
                opencv_core.flip(small, searched, 1);
            }
            RectVector found = new RectVector();
            IntPointer neighbours = new IntPointer(1L);
            sideView.detectMultiScale2(
                    searched,
                    found,
                    neighbours,
                    SCALE_STEP,
                    SIDE_VIEW_NEIGHBOURS,
                    0,
                    new Size(smallest, smallest),
                    new Size());
            for (int i = 0; i < found.size(); i++) {
                Rect rect = found.get(i);
                int x = mirrored ? small.cols() - rect.x() - rect.width() : rect.x();
                int side = (int) (SIDE_VIEW_FACE * rect.width() * scale);
                int rim = (int) ((1 - SIDE_VIEW_FACE) / 2 * rect.width() * scale);
                Face face = placed.face(
                        new Rect((int) (x * scale) + rim, (int) (rect.y() * scale) + rim, side, side),
                        SIDE_VIEW_WEIGHT * neighbours.get(i));
                List<Face> same = faces.stream()
                        .filter(other -> other.box().intersectionOverUnion(face.box()) > SAME)
                        .toList();
                if (same.stream().allMatch(other -> other.strength() < face.strength())) {
                    faces.removeAll(same);
                    faces.add(face);
                }
            }
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

    @Override
    public void close() {
        search.close();
        confirm.close();
        sideView.close();
    }
}
