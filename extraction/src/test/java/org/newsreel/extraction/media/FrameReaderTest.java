package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.ontology.claim.MediaKind;

class FrameReaderTest {
    record Seen(int index, double time, int number) {}

    @TempDir
    Path directory;

    static List<Seen> read(Path file, int step) {
        List<Seen> seen = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file).withStep(step)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                try (VideoFrame frame = next.get()) {
                    seen.add(new Seen(frame.index(), frame.time().orElseThrow(), MadeVideo.numberIn(frame.image())));
                }
            }
        }
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "mov", "webm"})
    void everyFrameComesOnceWithItsTime(String container) throws Exception {
        Path file = MadeVideo.in(directory.resolve("v." + container)).frames(60);

        List<Seen> seen = read(file, 1);

        assertThat(seen).hasSize(60);
        for (int n = 0; n < 60; n++) {
            assertThat(seen.get(n).index()).isEqualTo(n);
            assertThat(seen.get(n).number()).isEqualTo(n % MadeVideo.COLUMNS);
            assertThat(seen.get(n).time()).isCloseTo(n / 25.0, within(1e-9));
        }
    }

    @Test
    void everyTwentyFourthFrameIsTheDefault() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4")).frames(100);

        List<Integer> indexes = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                try (VideoFrame frame = next.get()) {
                    indexes.add(frame.index());
                    assertThat(frame.time().orElseThrow()).isCloseTo(frame.index() / 25.0, within(1e-9));
                    assertThat(MadeVideo.numberIn(frame.image())).isEqualTo(frame.index() % 16);
                }
            }
            assertThat(reader.warning()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
        assertThat(indexes).containsExactly(0, 24, 48, 72, 96);
    }

    @Test
    void infoTellsSizeExactRateAndDuration() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .rate(30_000 / 1001.0)
                .size(176, 144)
                .frames(30);

        try (FrameReader reader = FrameReader.open(file)) {
            MediaInfo info = reader.info();
            assertThat(info.kind()).isEqualTo(MediaKind.VIDEO);
            assertThat(info.width()).isEqualTo(176);
            assertThat(info.height()).isEqualTo(144);
            assertThat(info.frameRate()).contains("30000/1001");
            assertThat(info.duration().orElseThrow()).isCloseTo(30 * 1001 / 30_000.0, within(1e-3));
        }
    }

    @Test
    void timesOfAVaryingRateAreThoseOfTheStream() throws Exception {
        // A slide that stands for two seconds between faster pictures.
        long[] micros = {0, 40_000, 80_000, 2_080_000, 2_100_000, 2_500_000};
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .rate(50)
                .times(n -> micros[n])
                .frames(micros.length);

        List<Seen> seen = read(file, 1);

        assertThat(seen).extracting(Seen::number).containsExactly(0, 1, 2, 3, 4, 5);
        for (int n = 0; n < micros.length; n++) {
            assertThat(seen.get(n).time()).isCloseTo(micros[n] / 1e6, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"-3,0", "0,0", "0.039,0", "0.04,1", "0.079,1", "1.0,2", "2.07,2", "2.08,3", "2.49999,4", "2.5,5", "99,5"
    })
    void theFrameAtATimeIsTheLastOneNotLater(double seconds, int number) throws Exception {
        long[] micros = {0, 40_000, 80_000, 2_080_000, 2_100_000, 2_500_000};
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .rate(50)
                .gop(2)
                .times(n -> micros[n])
                .frames(micros.length);

        try (VideoFrame frame = FrameReader.at(file, seconds)) {
            assertThat(MadeVideo.numberIn(frame.image())).isEqualTo(number);
            assertThat(frame.time().orElseThrow()).isCloseTo(micros[number] / 1e6, within(1e-9));
            assertThat(frame.index()).isEqualTo(VideoFrame.UNCOUNTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "webm"})
    void everyFrameCanBeReachedByTheTimeItWasReadWith(String container) throws Exception {
        Path file = MadeVideo.in(directory.resolve("v." + container)).gop(20).frames(90);

        for (Seen seen : read(file, 7)) {
            try (VideoFrame frame = FrameReader.at(file, seen.time())) {
                assertThat(MadeVideo.numberIn(frame.image())).isEqualTo(seen.number());
                assertThat(frame.time().orElseThrow()).isEqualTo(seen.time());
            }
        }
    }

    @Test
    void timesCountFromTheStartOfAStreamThatBeginsLate() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.ts"))
                .times(n -> 10_000_000 + n * 40_000L)
                .with(r -> r.setFormat("mpegts"))
                .frames(30);

        List<Seen> seen = read(file, 10);

        assertThat(seen).extracting(Seen::number).containsExactly(0, 10, 4);
        assertThat(seen).extracting(Seen::time).containsExactly(0.0, 0.4, 0.8);
    }

    @Test
    void soundDoesNotDisturb() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4"))
                .with(r -> {
                    r.setAudioChannels(1);
                    r.setSampleRate(44_100);
                    r.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
                })
                .frames(50);

        List<Seen> seen = read(file, 1);

        assertThat(seen).extracting(Seen::index).hasSize(50);
        assertThat(seen.get(49).number()).isEqualTo(49 % 16);
        assertThat(seen.get(49).time() - seen.get(0).time()).isCloseTo(49 / 25.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"90,96,160", "180,160,96", "270,96,160"})
    void turnedVideosComeUpright(int degrees, int width, int height) throws Exception {
        Path file =
                MadeVideo.in(directory.resolve("v.mp4")).shownTurned(degrees).frames(3);

        try (FrameReader reader = FrameReader.open(file);
                VideoFrame frame = reader.next().orElseThrow()) {
            assertThat(reader.info().width())
                    .isEqualTo(width)
                    .isEqualTo(frame.image().cols());
            assertThat(reader.info().height())
                    .isEqualTo(height)
                    .isEqualTo(frame.image().rows());
            // Frame 0 is white in its stored upper left corner.
            int right = frame.image().cols() - 4;
            int bottom = frame.image().rows() - 4;
            List<Integer> corners = List.of(
                    bright(frame, 4, 4),
                    bright(frame, right, 4),
                    bright(frame, right, bottom),
                    bright(frame, 4, bottom));
            int expected = degrees / 90;
            for (int corner = 0; corner < 4; corner++) {
                assertThat(corners.get(corner) > 128)
                        .as("corner %s, clockwise from the upper left", corner)
                        .isEqualTo(corner == expected);
            }
        }
    }

    private static int bright(VideoFrame frame, int x, int y) {
        return frame.image().ptr(y, x).get() & 0xFF;
    }

    @Test
    void pixelsThatAreNotSquareMakeThePictureWider() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mkv"))
                .with(r -> r.setAspectRatio(4 / 3.0))
                .frames(3);

        try (FrameReader reader = FrameReader.open(file);
                VideoFrame frame = reader.next().orElseThrow()) {
            assertThat(reader.info().width()).isEqualTo(213);
            assertThat(reader.info().height()).isEqualTo(96);
            assertThat(frame.image().cols()).isEqualTo(213);
            assertThat(MadeVideo.numberIn(frame.image())).isZero();
        }
    }

    @Test
    void aFileIsRecognisedWithoutItsExtension() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4")).frames(3);
        Path bare = Files.move(file, directory.resolve("视频: 1 2"));

        assertThat(read(bare, 1)).hasSize(3);
    }

    @Test
    void aFileWithSoundAloneIsRefused() throws Exception {
        Path file = MadeVideo.sound(directory.resolve("v.mp4"), 1);

        assertThatThrownBy(() -> FrameReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(file + " has sound but no moving pictures: give a video, or leave the file out of the"
                        + " item.");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Path file = Files.createFile(directory.resolve("v.mp4"));

        assertThatThrownBy(() -> FrameReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(file + " is empty (0 bytes): copy or export the video again.");
    }

    @Test
    void aVideoWithoutItsIndexIsRefused() throws Exception {
        // An mp4 has its index at the end unless made for streaming.
        Path file = cut(MadeVideo.in(directory.resolve("v.mp4")).frames(60), 0.7);

        assertThatThrownBy(() -> FrameReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("cut off")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "webm"})
    void aVideoThatBreaksOffGivesWhatItHasAndAWarning(String container) throws Exception {
        Path file = cut(
                MadeVideo.in(directory.resolve("v." + container))
                        .with(r -> {
                            if (container.equals("mp4")) {
                                r.setOption("movflags", "faststart");
                            }
                        })
                        .frames(200),
                0.5);

        List<Integer> numbers = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file).withStep(1)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
                numbers.add(next.get().index());
            }
            assertThat(reader.warning()).hasValueSatisfying(w -> assertThat(w)
                    .startsWith(file.toString())
                    .contains("breaks off after", "of 8.0 seconds")
                    .endsWith("."));
        }
        assertThat(numbers).hasSizeBetween(60, 150);
    }

    @Test
    void aPlayListIsNotFollowed() throws Exception {
        Path video = MadeVideo.in(directory.resolve("secret.mp4")).frames(3);
        Path list = Files.writeString(
                directory.resolve("v.mp4"),
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + video.toAbsolutePath() + "\n#EXT-X-ENDLIST\n");
        Path script = Files.writeString(
                directory.resolve("w.mp4"), "ffconcat version 1.0\nfile " + video.getFileName() + "\n");

        for (Path file : List.of(list, script)) {
            assertThatThrownBy(() -> FrameReader.open(file))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("is not a video that can be read");
        }
    }

    @Test
    void whatIsNoVideoIsRefusedInOneSentence() throws Exception {
        byte[] noise = new byte[50_000];
        new java.util.Random(7).nextBytes(noise);
        Path garbage = Files.write(directory.resolve("v.mp4"), noise);
        Path missing = directory.resolve("missing.mp4");

        for (Path file : List.of(garbage, missing, directory)) {
            assertThatThrownBy(() -> FrameReader.open(file))
                    .isInstanceOf(MediaException.class)
                    .message()
                    .startsWith(file.toString())
                    .endsWith(".")
                    .doesNotContain("\n");
        }
    }

    @Test
    void theSameFileGivesTheSamePixels() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4")).size(170, 98).frames(30);

        assertThat(hashes(file)).isEqualTo(hashes(file)).hasSize(5);
    }

    private static List<Integer> hashes(Path file) {
        List<Integer> hashes = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(file).withStep(7)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                try (VideoFrame frame = next.get()) {
                    byte[] bytes = new byte
                            [(int) (frame.image().total() * frame.image().elemSize())];
                    frame.image().data().get(bytes);
                    hashes.add(Arrays.hashCode(bytes));
                }
            }
        }
        return hashes;
    }

    @Test
    void aPictureIsOneFrameWithoutTime() throws Exception {
        Path file = MadePicture.png(directory.resolve("p.png"), 64, 48);

        try (FrameReader reader = FrameReader.open(file)) {
            assertThat(reader.info())
                    .isEqualTo(new MediaInfo(MediaKind.IMAGE, 64, 48, Optional.empty(), OptionalDouble.empty()));
            try (VideoFrame frame = reader.next().orElseThrow()) {
                assertThat(frame.index()).isZero();
                assertThat(frame.time()).isEmpty();
                assertThat(frame.image().cols()).isEqualTo(64);
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void stepsBelowOneAreRefused() throws Exception {
        Path file = MadePicture.png(directory.resolve("p.png"), 8, 8);

        try (FrameReader reader = FrameReader.open(file)) {
            assertThatThrownBy(() -> reader.withStep(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Path cut(Path file, double share) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }
}
