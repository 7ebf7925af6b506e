package org.newsreel.extraction.region;

import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.newsreel.ontology.claim.Box;

/**
 * From rectangles in the picture that was searched to fractions of the frame.
 *
 * @param whole the frame in one channel
 * @param area the part of it that was searched
 * @param searched that part, perhaps enlarged
 */
record SearchedArea(Mat whole, Rect area, Mat searched) {
    /** Looks are taken of faces that are at least this strong. */
    private static final double CLEAR = 8;

    Face face(Rect rect, double strength) {
        Box head = head(rect);
        Optional<FaceLook> look =
                strength < CLEAR ? Optional.empty() : Optional.of(Grey.faceLook(searched, inside(rect)));
        return new Face(head, strength, Body.below(head), look);
    }

    private Rect inside(Rect rect) {
        int x = Math.max(0, rect.x());
        int y = Math.max(0, rect.y());
        int right = Math.min(searched.cols(), rect.x() + rect.width());
        int bottom = Math.min(searched.rows(), rect.y() + rect.height());
        return new Rect(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
    }

    /** The square covers brow to chin; a head reaches a fifth of it further up and a twelfth sideways. */
    private Box head(Rect face) {
        double across = (double) area.width() / searched.cols();
        double down = (double) area.height() / searched.rows();
        double left = area.x() + across * (face.x() - 0.08 * face.width());
        double top = area.y() + down * (face.y() - 0.2 * face.height());
        double right = area.x() + across * (face.x() + 1.08 * face.width());
        double bottom = area.y() + down * (face.y() + 1.1 * face.height());
        double x = Math.max(0, left / whole.cols());
        double y = Math.max(0, top / whole.rows());
        return new Box(x, y, Math.min(1, right / whole.cols()) - x, Math.min(1, bottom / whole.rows()) - y);
    }
}
