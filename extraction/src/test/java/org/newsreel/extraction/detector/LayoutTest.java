package org.newsreel.extraction.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.detector.Layout.Found;

class LayoutTest {
    private static Scores scores(float[] values, long... shape) {
        return new Scores(shape, values);
    }

    @Test
    void multipliesYolo5sCertaintyWithItsBestClassAndDropsDoubles() {
        Scores output = scores(
                new float[] {
                    100, 50, 40, 20, 0.9f, 0.1f, 0.8f, //
                    101, 50, 40, 20, 0.8f, 0.1f, 0.8f, //
                    101, 50, 40, 20, 0.8f, 0.9f, 0.1f, //
                    300, 50, 40, 20, 0.3f, 0.9f, 0.1f
                },
                1,
                4,
                7);
        assertThat(Layout.of(List.of(output), 2)).contains(Layout.YOLOV5);
        List<Found> found = Layout.YOLOV5.decode(List.of(output), 640, 0.4);
        assertThat(found).extracting(Found::kind).containsExactly(1, 0);
        Found first = found.get(1);
        assertThat(found.get(0).score()).isCloseTo(0.72, within(1e-6));
        assertThat(List.of(first.left(), first.top(), first.right(), first.bottom()))
                .containsExactly(81.0, 40.0, 121.0, 60.0);
    }

    @Test
    void readsYolo8ByColumns() {
        Scores output = scores(
                new float[] {
                    100, 300, 20, //
                    50, 60, 20, //
                    40, 10, 8, //
                    20, 10, 8, //
                    0.1f, 0.2f, 0.7f, //
                    0.8f, 0.2f, 0.1f
                },
                1,
                6,
                3);
        assertThat(Layout.of(List.of(output), 2)).contains(Layout.YOLOV8);
        assertThat(Layout.YOLOV8.decode(List.of(output), 640, 0.4))
                .extracting(Found::kind, Found::left, Found::bottom)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 80.0, 60.0),
                        org.assertj.core.groups.Tuple.tuple(0, 16.0, 24.0));
    }

    @Test
    void takesDetrsSoftmaxWithNothingAsItsLastClassInEitherOrderOfOutputs() {
        Scores kinds = scores(new float[] {2, 0, 0, 0, 1, 3}, 1, 2, 3);
        Scores boxes = scores(new float[] {0.5f, 0.5f, 0.25f, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f}, 1, 2, 4);
        for (List<Scores> outputs : List.of(List.of(kinds, boxes), List.of(boxes, kinds))) {
            assertThat(Layout.of(outputs, 2)).contains(Layout.DETR);
            List<Found> found = Layout.DETR.decode(outputs, 800, 0.3);
            assertThat(found).hasSize(1);
            assertThat(found.get(0).kind()).isZero();
            assertThat(found.get(0).score()).isCloseTo(Math.exp(2) / (Math.exp(2) + 2), within(1e-6));
            assertThat(found.get(0).left()).isCloseTo(300, within(1e-3));
            assertThat(found.get(0).bottom()).isCloseTo(600, within(1e-3));
        }
    }

    @Test
    void recognisesNoLayoutThatDoesNotFitTheClasses() {
        assertThat(Layout.of(List.of(scores(new float[30], 1, 5, 6)), 80)).isEmpty();
        assertThat(Layout.of(List.of(scores(new float[10], 1, 2, 5), scores(new float[8], 1, 2, 4)), 80))
                .isEmpty();
    }

    @Test
    void namesCocosClassesByBothNumberings() {
        assertThat(CocoClasses.NAMES).hasSize(80);
        assertThat(CocoClasses.WITH_GAPS).hasSize(91);
        assertThat(CocoClasses.WITH_GAPS.get(1)).isEqualTo("person");
        assertThat(CocoClasses.WITH_GAPS.get(90)).isEqualTo("toothbrush");
        assertThat(CocoClasses.NAMES.get(0)).isEqualTo("person");
        assertThat(CocoClasses.NAMES.get(62)).isEqualTo("tv");
        assertThat(CocoClasses.WITH_GAPS.get(72)).isEqualTo("tv");
    }
}
