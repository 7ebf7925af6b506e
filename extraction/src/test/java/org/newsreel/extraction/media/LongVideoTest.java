package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory over long videos and many of them, native memory included. Linux tells it in /proc. */
@Tag("slow")
class LongVideoTest {
    private static final int TWO_HOURS = 2 * 3600 * 25;

    @TempDir
    Path directory;

    @Test
    void memoryIsFlatOverTwoHours() throws Exception {
        Path file =
                MadeVideo.in(directory.resolve("v.mp4")).size(128, 96).gop(250).frames(TWO_HOURS);

        int read = 0;
        long early = 0;
        double last = 0;
        try (FrameReader reader = FrameReader.open(file)) {
            assertThat(reader.info().duration().orElseThrow()).isEqualTo(7200);
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                try (VideoFrame frame = next.get()) {
                    assertThat(MadeVideo.numberIn(frame.image())).isEqualTo(frame.index() % MadeVideo.COLUMNS);
                    last = frame.time().orElseThrow();
                }
                read++;
                if (read == 500) {
                    early = residentMegabytes();
                }
            }
        }
        long late = residentMegabytes();
        System.out.printf("two hours: %d frames read, %d MB after 500, %d MB at the end%n", read, early, late);
        assertThat(read).isEqualTo(TWO_HOURS / FrameReader.STEP);
        assertThat(last).isEqualTo((TWO_HOURS - FrameReader.STEP) / 25.0);
        assertThat(late - early).isLessThan(40);
        try (VideoFrame frame = FrameReader.at(file, 7123.48)) {
            assertThat(MadeVideo.numberIn(frame.image())).isEqualTo((int) (7123.48 * 25) % MadeVideo.COLUMNS);
        }
    }

    @Test
    void readersGiveBackWhatTheyHeld() throws Exception {
        Path file = MadeVideo.in(directory.resolve("v.mp4")).size(640, 360).frames(60);
        Path broken = Files.write(directory.resolve("w.mp4"), new byte[1000]);

        long early = 0;
        for (int i = 0; i < 600; i++) {
            try (FrameReader reader = FrameReader.open(file);
                    VideoFrame frame = reader.next().orElseThrow()) {
                assertThat(frame.index()).isZero();
            }
            FrameReader.at(file, 1.5).close();
            try {
                FrameReader.open(broken).close();
            } catch (MediaException e) {
                assertThat(e).hasMessageContaining("w.mp4");
            }
            if (i == 100) {
                early = residentMegabytes();
            }
        }
        long late = residentMegabytes();
        System.out.printf("1,200 readers: %d MB after 200, %d MB at the end%n", early, late);
        assertThat(late - early).isLessThan(60);
    }

    private static long residentMegabytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
