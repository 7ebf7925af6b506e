package org.newsreel.extraction.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.MadeVideo;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.shot.SamplingPolicy.EveryNth;
import org.newsreel.extraction.shot.SamplingPolicy.EverySeconds;
import org.newsreel.extraction.shot.SamplingPolicy.PerShot;

class VideoSamplerTest {
    @TempDir
    Path directory;

    private record Taken(int index, double time) {}

    @Test
    void takesEveryNthFrameAsTheReaderDoes() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4")).frames(100);
        assertThat(taken(file, new EveryNth(24))).extracting(Taken::index).containsExactly(0, 24, 48, 72, 96);
        assertThat(taken(file, new EveryNth(7))).isEqualTo(read(file, 7));
    }

    @Test
    void takesTheFirstFrameOfEachSecondWhateverTheRate() throws Exception {
        // 24 frames in the first second, then one each 0.4 seconds.
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .times(n -> n < 24 ? n * 1_000_000L / 24 : 1_000_000L + (n - 24) * 400_000L)
                .frames(36);
        List<Taken> all = read(file, 1);
        List<Taken> taken = taken(file, new EverySeconds(1));

        assertThat(all).containsAll(taken);
        for (int second = 0; second <= (int) all.get(all.size() - 1).time(); second++) {
            int due = second;
            Taken first = all.stream()
                    .filter(frame -> frame.time() + 1e-6 >= due)
                    .findFirst()
                    .orElseThrow();
            assertThat(taken).contains(first);
        }
        assertThat(taken).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void takesOneSettledFrameOfEachShotAndMoreOfLongOnes() throws Exception {
        Path file;
        try (Scenes scenes = new Scenes(4, 11)) {
            // Shots of 2 s, 0.2 s and 7.8 s.
            file = MadeVideo.in(directory.resolve("v.mp4"))
                    .size(Scenes.WIDTH, Scenes.HEIGHT)
                    .painted((picture, n) -> scenes.paint(picture, n < 50 ? 0 : n < 55 ? 1 : 2, n, 0))
                    .frames(250);
        }
        List<Taken> taken = taken(file, new PerShot(3));

        assertThat(read(file, 1)).containsAll(taken);
        assertThat(taken).extracting(Taken::index).isSorted().doesNotHaveDuplicates();
        assertThat(taken).filteredOn(frame -> frame.index() < 50).hasSize(1);
        assertThat(taken)
                .filteredOn(frame -> frame.index() >= 50 && frame.index() < 55)
                .hasSize(1);
        assertThat(taken).filteredOn(frame -> frame.index() >= 55).hasSize(3);
        assertThat(taken).filteredOn(frame -> frame.index() >= 55).first().satisfies(frame -> assertThat(frame.time())
                .isBetween(2.5, 2.7));
    }

    @Test
    void aPictureThatStandsStillIsTakenOnce() throws Exception {
        Path file;
        try (Scenes scenes = new Scenes(1, 12)) {
            file = MadeVideo.in(directory.resolve("v.mp4"))
                    .size(Scenes.WIDTH, Scenes.HEIGHT)
                    .painted((picture, n) -> scenes.paint(picture, 0, 0, 0))
                    .frames(500);
        }
        assertThat(taken(file, new PerShot(1))).hasSize(1);
        assertThat(taken(file, new EverySeconds(1))).hasSize(20);
    }

    @Test
    void aVideoShorterThanASettledFrameStillHasOne() throws Exception {
        assertThat(taken(MadeVideo.in(directory.resolve("v.mp4")).frames(3), new PerShot(1)))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoVideoInOneSentence() throws Exception {
        Path file = Files.write(directory.resolve("v.mp4"), new byte[5000]);
        assertThatThrownBy(() -> VideoSampler.open(file, SamplingPolicy.STANDARD))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("v.mp4");
        assertThatThrownBy(() -> VideoSampler.open(directory.resolve("none.mp4"), SamplingPolicy.STANDARD))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("does not exist");
    }

    private static List<Taken> taken(Path file, SamplingPolicy policy) {
        List<Taken> taken = new ArrayList<>();
        try (VideoSampler sampler = VideoSampler.open(file, policy)) {
            for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                try (VideoFrame frame = next.get()) {
                    taken.add(new Taken(frame.index(), frame.time().orElseThrow()));
                }
            }
        }
        return taken;
    }

    private static List<Taken> read(Path file, int step) {
        List<Taken> read = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file).withStep(step)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                try (VideoFrame frame = next.get()) {
                    read.add(new Taken(frame.index(), frame.time().orElseThrow()));
                }
            }
        }
        return read;
    }
}
