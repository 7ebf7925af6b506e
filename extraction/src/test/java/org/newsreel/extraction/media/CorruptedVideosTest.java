package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.shot.VideoSampler;

/** A hundred copies of one video, each damaged in another way, by everything that reads videos. */
@Tag("slow")
class CorruptedVideosTest {
    private static final int COPIES = 100;
    private static final int WARM = 20;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"mp4,1", "mkv,2", "webm,3"})
    void areReadAsFarAsTheyGoOrRefusedInOneSentence(String ending, long seed) throws Exception {
        byte[] whole = Files.readAllBytes(MadeVideo.in(directory.resolve("whole." + ending))
                .size(320, 180)
                .with(recorder -> {
                    recorder.setAudioChannels(1);
                    recorder.setSampleRate(48_000);
                    recorder.setAudioCodec(ending.equals("webm") ? avcodec.AV_CODEC_ID_OPUS : avcodec.AV_CODEC_ID_AAC);
                })
                .frames(150));
        Random random = new Random(seed);
        int refused = 0;
        int warned = 0;
        int read = 0;
        long early = 0;
        for (int i = 0; i < COPIES; i++) {
            Path copy = Files.write(directory.resolve("copy" + i + "." + ending), damaged(whole, random));
            try (VideoSampler sampler = VideoSampler.open(copy, SamplingPolicy.STANDARD)) {
                for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                    try (VideoFrame frame = next.get()) {
                        assertThat(frame.time().orElseThrow()).isBetween(0.0, 1e6);
                        read++;
                    }
                }
                sampler.shots();
                Optional<String> warning = sampler.warning();
                warning.ifPresent(sentence -> checkSentence(sentence, copy));
                warned += warning.isPresent() ? 1 : 0;
            } catch (MediaException e) {
                checkSentence(e.getMessage(), copy);
                refused++;
            }
            refuses(copy, () -> FrameReader.at(copy, 3).close());
            refuses(copy, () -> Subtitles.inside(copy));
            Files.delete(copy);
            if (i == WARM) {
                early = Pointer.physicalBytes();
            }
        }
        long grown = (Pointer.physicalBytes() - early) >> 20;
        System.out.printf(
                "%d damaged copies of %s: %d refused, %d read with a warning, %d frames, %d MB more at the end%n",
                COPIES, ending, refused, warned, read, grown);
        assertThat(refused + warned).isPositive();
        assertThat(read).isPositive();
        assertThat(grown).isLessThan(60);
    }

    private static void refuses(Path copy, Runnable reading) {
        assertThatCode(() -> {
                    try {
                        reading.run();
                    } catch (MediaException e) {
                        checkSentence(e.getMessage(), copy);
                    }
                })
                .doesNotThrowAnyException();
    }

    private static void checkSentence(String sentence, Path copy) {
        assertThat(sentence)
                .contains(copy.getFileName().toString())
                .endsWith(".")
                .doesNotContain("\n", ". ");
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int n = 1 + random.nextInt(200); n > 0; n--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(20_000)), (byte) 0);
            }
            case 2 -> {
                byte[] noise = new byte[1 + random.nextInt(10_000)];
                random.nextBytes(noise);
                int at = random.nextInt(bytes.length);
                System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
            }
            case 3 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                // Sizes and offsets stand in the first and last bytes.
                for (int n = 1 + random.nextInt(6); n > 0; n--) {
                    int near = random.nextInt(Math.min(2_000, bytes.length));
                    bytes[random.nextBoolean() ? near : bytes.length - 1 - near] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }
}
