package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.shot.VideoSampler;

/** Reading every 24th frame, shots found on the way, beside what the ffmpeg command takes for the same frames, where it is installed. */
@Tag("slow")
class SamplingSpeedTest {
    private static final int ROUNDS = 5;

    @TempDir
    Path directory;

    @Test
    void samplingKeepsUpWithTheFfmpegCommand() throws Exception {
        Path real = Path.of("../../shared/data/mdocre/9009/video.mp4");
        Path file = Files.exists(real)
                ? real
                : MadeVideo.in(directory.resolve("v.mp4")).size(640, 360).frames(3450);
        double[] ours = new double[ROUNDS];
        double[] withShots = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        int frames = 0;
        for (int i = 0; i < ROUNDS; i++) {
            theirs[i] = ffmpeg(file);
            long begun = System.nanoTime();
            frames = sample(file);
            ours[i] = (System.nanoTime() - begun) / 1e9;
            begun = System.nanoTime();
            assertThat(sampleWithShots(file)).isEqualTo(frames);
            withShots[i] = (System.nanoTime() - begun) / 1e9;
        }
        double our = median(ours);
        double their = median(theirs);
        System.out.printf(
                "%d sampled frames of %s: FrameReader %.2f s, with shots %.2f s, ffmpeg %.2f s, ratios %.2f and %.2f"
                        + " (medians of %d)%n",
                frames,
                file.getFileName(),
                our,
                median(withShots),
                their,
                our / their,
                median(withShots) / their,
                ROUNDS);
        assertThat(our).isLessThan(2 * their);
    }

    private static int sample(Path file) {
        int frames = 0;
        try (FrameReader reader = FrameReader.open(file)) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().close();
                frames++;
            }
        }
        return frames;
    }

    private static int sampleWithShots(Path file) {
        int frames = 0;
        try (VideoSampler sampler = VideoSampler.open(file, new SamplingPolicy.EveryNth(24))) {
            for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                next.get().close();
                frames++;
            }
            assertThat(sampler.shots()).isNotEmpty();
        }
        return frames;
    }

    private static double ffmpeg(Path file) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            int status = new ProcessBuilder(
                            "ffmpeg",
                            "-v",
                            "error",
                            "-y",
                            "-i",
                            file.toString(),
                            "-vf",
                            "select=not(mod(n\\,24))",
                            "-fps_mode",
                            "passthrough",
                            "-pix_fmt",
                            "bgr24",
                            "-f",
                            "rawvideo",
                            "/dev/null")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        } catch (IOException e) {
            assumeTrue(false, "the ffmpeg command is not installed");
        }
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
