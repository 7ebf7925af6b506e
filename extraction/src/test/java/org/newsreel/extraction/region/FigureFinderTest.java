package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.newsreel.extraction.region.Scenery.face;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.detector.Detection;
import org.newsreel.ontology.claim.Box;

class FigureFinderTest {
    @Test
    void cutsBodiesAtTheFrame() {
        Box closeUp = Body.below(new Box(0.35, 0.1, 0.3, 0.6));
        assertThat(closeUp.intersectionOverUnion(new Box(0.0875, 0.01, 0.825, 0.99)))
                .isCloseTo(1, within(1e-9));
        Box standing = Body.below(new Box(0.5, 0.2, 0.04, 0.08));
        assertThat(standing.height()).isCloseTo(0.6, within(1e-9));
        assertThat(standing.x() + standing.width() / 2).isCloseTo(0.52, within(1e-9));
        assertThat(Body.headOf(standing).intersectionOverUnion(new Box(0.5, 0.2, 0.04, 0.08)))
                .isGreaterThan(0.6);
    }

    @Test
    void takesTheSmallestDetectedBodyAroundAHeadAndKeepsBodiesWithoutAHead() {
        Box head = new Box(0.2, 0.2, 0.05, 0.1);
        Box own = new Box(0.15, 0.15, 0.15, 0.7);
        Box crowd = new Box(0.05, 0.05, 0.6, 0.9);
        Box other = new Box(0.7, 0.2, 0.15, 0.7);
        List<Face> people = FigureFinder.withBodies(
                List.of(face(head, 5)),
                List.of(
                        new Detection("person", 0.9, other),
                        new Detection("person", 0.6, own),
                        new Detection("person", 0.1, crowd)));
        assertThat(people).extracting(Face::body).containsExactly(own, crowd, other);
        assertThat(people.get(0).box()).isEqualTo(head);
        assertThat(people.get(0).strength()).isCloseTo(0.6 * 32, within(1e-9));
        assertThat(people.get(2).look()).isEqualTo(Optional.empty());
    }

    @Test
    void findsThePictureBetweenBlackBarsAndLeavesDarkScenesWhole() {
        try (PointerScope scope = new PointerScope()) {
            Mat upright = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(0));
            opencv_imgproc.rectangle(upright, new Rect(220, 0, 200, 360), new Scalar(130), -1, 8, 0);
            opencv_imgproc.rectangle(upright, new Rect(570, 310, 40, 20), new Scalar(200), -1, 8, 0);
            Rect area = PictureArea.of(upright);
            assertThat(area.x()).isBetween(214, 226);
            assertThat(area.width()).isBetween(192, 208);
            assertThat(area.height()).isEqualTo(360);
            Mat night = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(0));
            opencv_imgproc.rectangle(night, new Rect(300, 0, 340, 360), new Scalar(130), -1, 8, 0);
            assertThat(PictureArea.of(night).width()).isEqualTo(640);
            assertThat(PictureArea.of(new Mat(1, 1, opencv_core.CV_8UC1, new Scalar(9)))
                            .width())
                    .isEqualTo(1);
        }
    }

    @Test
    void findsTheSubjectOnAPlainGroundAndNoneInAPlainPicture() {
        try (PointerScope scope = new PointerScope()) {
            Mat plain = new Mat(360, 640, opencv_core.CV_8UC1, new Scalar(180));
            assertThat(SubjectFinder.find(plain)).isEmpty();
            for (int i = 0; i < 12; i++) {
                opencv_imgproc.line(
                        plain, new Point(200, 80 + 18 * i), new Point(420, 280 - 9 * i), new Scalar(20), 3, 8, 0);
            }
            Box box = SubjectFinder.find(plain).orElseThrow().box();
            assertThat(box.intersectionOverUnion(new Box(200 / 640.0, 80 / 360.0, 220 / 640.0, 200 / 360.0)))
                    .isGreaterThan(0.8);
        }
    }
}
