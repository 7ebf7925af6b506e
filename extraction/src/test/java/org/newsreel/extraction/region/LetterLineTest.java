package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.region.LetterLine.Shape;

class LetterLineTest {
    private static List<Shape> line(int... widths) {
        List<Shape> shapes = new ArrayList<>();
        int x = 10;
        for (int width : widths) {
            shapes.add(new Shape(x, 50, width, 20, 40));
            x += width + 5;
        }
        return shapes;
    }

    @Test
    void takesSixUnevenShapesForLettersAndNotFive() {
        assertThat(LetterLine.longest(line(10, 16, 5, 12, 9, 18))).hasSize(6);
        assertThat(LetterLine.longest(line(10, 16, 5, 12, 9))).isEmpty();
    }

    @Test
    void takesNoStripesForLetters() {
        assertThat(LetterLine.longest(line(6, 6, 7, 6, 6, 6, 7, 6))).isEmpty();
    }

    @Test
    void countsAShapeThatIsFoundTwiceOnce() {
        List<Shape> twice = line(10, 16, 5, 12, 9);
        twice.addAll(line(10, 16, 5, 12, 9));
        assertThat(LetterLine.longest(twice)).isEmpty();
    }

    @Test
    void leavesOutWhatHasAnotherHeightOrBrightnessOrStandsElsewhere() {
        List<Shape> shapes = line(10, 16, 5, 12, 9);
        shapes.add(new Shape(100, 20, 14, 50, 40));
        shapes.add(new Shape(101, 50, 14, 20, 200));
        shapes.add(new Shape(102, 120, 14, 20, 40));
        shapes.add(new Shape(200, 50, 14, 20, 40));
        assertThat(LetterLine.longest(shapes)).isEmpty();
    }

    @Test
    void tellsASignFromAPageOfSmallWritingAndFromARailing() {
        try (PointerScope scope = new PointerScope()) {
            Mat sign = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(230));
            write(sign, "Harbour Office", 20, 200, 2.2, 10);
            assertThat(SignFinder.isSign(sign)).isTrue();
            Mat page = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(230));
            for (int i = 0; i < 10; i++) {
                write(page, "Minutes of the harbour office, part " + i, 40, 60 + 28 * i, 0.6, 1);
            }
            assertThat(SignFinder.isSign(page)).isFalse();
            Mat railing = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(230));
            for (int i = 0; i < 16; i++) {
                opencv_imgproc.rectangle(railing, new Rect(40 + 34 * i, 120, 14, 70), new Scalar(30), -1, 8, 0);
            }
            assertThat(SignFinder.isSign(railing)).isFalse();
        }
    }

    private static void write(Mat to, String text, int x, int y, double scale, int thickness) {
        opencv_imgproc.putText(
                to,
                text,
                new Point(x, y),
                opencv_imgproc.FONT_HERSHEY_SIMPLEX,
                scale,
                new Scalar(20),
                thickness,
                opencv_imgproc.LINE_AA,
                false);
    }
}
