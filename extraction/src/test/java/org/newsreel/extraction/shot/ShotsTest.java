package org.newsreel.extraction.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.extraction.media.MadeVideo;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.shot.Shot.Opening;

/** Encoded videos with known cuts, dissolves and fades. */
class ShotsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsCutsDissolvesAndFadesWhereTheyWereMade(long seed) throws Exception {
        List<Shot> shots;
        try (Scenes scenes = new Scenes(4, seed)) {
            shots = shots(
                    (picture, n) -> {
                        if (n < 50) {
                            scenes.paint(picture, 0, n, 0);
                        } else if (n < 100) {
                            scenes.paint(picture, 1, n, 0);
                        } else if (n < 125) {
                            scenes.mix(picture, 1, 2, n, (n - 99) / 26.0);
                        } else if (n < 175) {
                            scenes.paint(picture, 2, n, 0);
                        } else if (n < 200) {
                            scenes.dim(picture, 2, n, 1 - (n - 174) / 25.0);
                        } else if (n < 212) {
                            Scenes.plain(picture, 0);
                        } else if (n < 237) {
                            scenes.dim(picture, 3, n, (n - 211) / 25.0);
                        } else {
                            scenes.paint(picture, 3, n, 0);
                        }
                    },
                    290);
        }

        assertThat(shots)
                .extracting(Shot::opening)
                .containsExactly(Opening.START, Opening.CUT, Opening.GRADUAL, Opening.GRADUAL);
        assertThat(shots.get(1).first()).isEqualTo(50);
        assertThat(shots.get(1).start()).isEqualTo(2.0, within(1e-9));
        assertThat(shots.get(2).first()).isBetween(108, 118);
        assertThat(shots.get(3).first()).isBetween(187, 226);
        assertThat(shots.get(3).last()).isEqualTo(289);
        assertThat(shots.get(3).end()).isEqualTo(11.6, within(1e-6));
        for (int i = 1; i < shots.size(); i++) {
            assertThat(shots.get(i).first()).isEqualTo(shots.get(i - 1).last() + 1);
            assertThat(shots.get(i).start()).isEqualTo(shots.get(i - 1).end());
        }
    }

    @Test
    void aFlashAndAMovingCameraAreNoNewShots() throws Exception {
        try (Scenes scenes = new Scenes(1, 5)) {
            List<Shot> shots = shots(
                    (picture, n) -> {
                        if (n == 60 || n == 61 || n == 90) {
                            Scenes.plain(picture, 250);
                        } else {
                            scenes.paint(picture, 0, n, n > 100 ? (n - 100) * 5 : 0);
                        }
                    },
                    240);
            assertThat(shots).hasSize(1);
            assertThat(shots.get(0).last()).isEqualTo(239);
        }
    }

    @Test
    void fadingInAtTheStartAndOutAtTheEndMakesNoShots() throws Exception {
        try (Scenes scenes = new Scenes(1, 6)) {
            List<Shot> shots = shots(
                    (picture, n) -> {
                        double light = Math.max(0, Math.min(1, Math.min((n - 10) / 20.0, (130 - n) / 20.0)));
                        scenes.dim(picture, 0, n, light);
                    },
                    140);
            assertThat(shots).hasSize(1);
        }
    }

    @Test
    void shotsOfAFewFramesAreFound() throws Exception {
        try (Scenes scenes = new Scenes(4, 7)) {
            List<Shot> shots = shots((picture, n) -> scenes.paint(picture, n / 12 % 4, n, 0), 96);
            assertThat(shots).extracting(Shot::first).containsExactly(0, 12, 24, 36, 48, 60, 72, 84);
        }
    }

    private List<Shot> shots(ObjIntConsumer<Mat> painter, int frames) throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .size(Scenes.WIDTH, Scenes.HEIGHT)
                .painted(painter)
                .frames(frames);
        try (VideoSampler sampler = VideoSampler.open(file, new SamplingPolicy.EveryNth(1000))) {
            for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                next.get().close();
            }
            return sampler.shots();
        }
    }
}
