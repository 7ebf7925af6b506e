package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatcherTest {
    private static Watcher watcher;

    @BeforeAll
    static void open() {
        watcher = new Watcher(Path.of("models", RegionStep.CAPTION_MODEL));
    }

    @AfterAll
    static void close() {
        watcher.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,3",
        "1,400,3",
        "400,1,3",
        "19,19,3",
        "40,30,3",
        "640,360,1",
        "640,360,4",
        "5000,4000,3",
        "301,997,3"
    })
    void seesNothingInEmptyPicturesOfAnySize(int width, int height, int channels) {
        try (Scalar grey = new Scalar(90, 120, 150, 255);
                Mat image = new Mat(height, width, opencv_core.CV_8UC(channels), grey)) {
            Sample sample = watcher.watchVideo(image, 0, OptionalDouble.of(0));
            assertThat(sample.faces()).isEmpty();
            assertThat(sample.captions()).isEmpty();
            assertThat(watcher.watchPicture(image).faces()).isEmpty();
        }
    }

    @Test
    void acceptsNoFaceAndNoCaptionInNoise() {
        Scenery scenery = new Scenery();
        for (int i = 0; i < 4; i++) {
            try (Mat image = noise(640, 360, i)) {
                Sample sample = watcher.watchVideo(image, i, OptionalDouble.of(i));
                scenery.sees(sample.look(), sample.faces(), sample.captions().toArray(CaptionReading[]::new));
            }
        }
        assertThat(FaceTracker.tracks(scenery.video())).isEmpty();
        assertThat(CaptionVote.captions(scenery.samples())).isEmpty();
    }

    @Test
    void readsWritingAndSaysWhereItStands() {
        try (Mat image = written("Harbour Office", 300)) {
            Sample sample = watcher.watchVideo(image, 0, OptionalDouble.of(0));
            assertThat(sample.captions()).hasSize(1);
            CaptionLine line = sample.captions().get(0).lines().get(0);
            assertThat(line.text()).isEqualTo("Harbour Office");
            assertThat(line.confidence()).isGreaterThan(0.8);
            assertThat(line.box().x() * 640).isBetween(52.0, 68.0);
            assertThat((line.box().y() + line.box().height()) * 360).isBetween(292.0, 310.0);
        }
        try (Mat image = written("Harbour Office", 100)) {
            assertThat(watcher.watchVideo(image, 0, OptionalDouble.of(0)).captions())
                    .singleElement()
                    .satisfies(sign -> {
                        assertThat(sign.text()).isEqualTo("Harbour Office");
                        assertThat(CaptionPlaces.isLow(sign.box())).isFalse();
                        assertThat(sign.box().y() + sign.box().height()).isBetween(0.25, 0.31);
                    });
        }
    }

    @Test
    @Tag("slow")
    void keepsNativeMemoryFlat() {
        try (Mat image = written("Harbour Office", 300)) {
            for (int i = 0; i < 60; i++) {
                watcher.watchVideo(image, i, OptionalDouble.of(i));
            }
            long before = Pointer.physicalBytes();
            for (int i = 0; i < 400; i++) {
                watcher.watchVideo(image, i, OptionalDouble.of(i));
            }
            assertThat(Pointer.physicalBytes() - before).isLessThan(40L << 20);
        }
    }

    private static Mat written(String text, int baseline) {
        Mat image = new Mat(360, 640, opencv_core.CV_8UC3, new Scalar(60, 40, 30, 0));
        opencv_imgproc.putText(
                image,
                text,
                new Point(60, baseline),
                opencv_imgproc.FONT_HERSHEY_SIMPLEX,
                0.8,
                new Scalar(255, 255, 255, 0),
                2,
                opencv_imgproc.LINE_AA,
                false);
        return image;
    }

    private static Mat noise(int width, int height, int seed) {
        Mat image = new Mat(height, width, opencv_core.CV_8UC3);
        java.util.Random random = new java.util.Random(seed);
        try (UByteIndexer pixels = image.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int value = random.nextInt(256);
                    // As an array: five numbers would be row, column, channel and one value.
                    pixels.put(y, x, new int[] {value, value, value});
                }
            }
        }
        return image;
    }
}
