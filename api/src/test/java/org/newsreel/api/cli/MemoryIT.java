package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher's commands hold of the machine's memory, heap and native memory together, as Linux counts it: under the
 * ceiling of {@code NEWSREEL_MEMORY} whatever the input, and no more after thousands of items than after hundreds.
 */
@Tag("slow")
class MemoryIT {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long CEILING_MB = 4096;
    private static final int MANY = Integer.getInteger("items", 5_000);

    @TempDir
    private Path work;

    @BeforeEach
    void onLinux() {
        assumeThat(STATUS).as("the kernel's account of memory").exists();
    }

    @Test
    void anArticleOfAMillionCharactersStaysUnderTheCeiling() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append(sentences(i)).append(i % 5 == 0 ? "\n\n" : " ");
        }
        item("long", text.toString());
        underTheCeiling("a million characters", "ingest", "news", "--store", "store");
    }

    @Test
    void anArticleWithoutASpaceStaysUnderTheCeiling() throws Exception {
        item("one-word", "x".repeat(1_000_000));
        underTheCeiling("a word of a million letters", "ingest", "news", "--store", "store");
    }

    @Test
    void anHourOfVideoStaysUnderTheCeiling() throws Exception {
        item("hour", sentences(1));
        video(work.resolve("news/hour/hour.mp4"), 3_600);
        underTheCeiling("an hour of video", "ingest", "news", "--store", "store", "--frames", "second:10");
    }

    @Test
    void twoWorkersStayUnderTheCeiling() throws Exception {
        for (int i = 0; i < 200; i++) {
            item("item-" + i, sentences(i) + " " + sentences(i + 1));
        }
        underTheCeiling("200 items, two workers", "ingest", "news", "--store", "store", "--workers", "2");
    }

    @Test
    void memoryIsFlatOverThousandsOfItems() throws Exception {
        for (int i = 0; i < MANY; i++) {
            item("item-" + i, sentences(i));
        }
        List<long[]> samples = new ArrayList<>();
        run(samples, "extract", "news", "--out", "documents.jsonl");
        List<long[]> warm =
                samples.stream().filter(sample -> sample[0] >= MANY / 5).toList();
        assertThat(warm).as("samples after warm-up").hasSizeGreaterThan(10);
        double mean = warm.stream().mapToLong(sample -> sample[1]).average().orElseThrow();
        long least = warm.stream().mapToLong(sample -> sample[1]).min().orElseThrow();
        long most = warm.stream().mapToLong(sample -> sample[1]).max().orElseThrow();
        System.out.printf(
                "memory over %d items: %.0f MB on average from item %d on, %d to %d (%.1f %% to +%.1f %%)%n",
                MANY, mean, MANY / 5, least, most, 100 * (least / mean - 1), 100 * (most / mean - 1));
        assertThat(least).isGreaterThan(Math.round(0.95 * mean));
        assertThat(most).isLessThan(Math.round(1.05 * mean));
    }

    private void underTheCeiling(String what, String... command) throws Exception {
        long begun = System.nanoTime();
        long peak = run(new ArrayList<>(), command);
        System.out.printf(
                "memory of %s: %d MB at most, of %d, in %.0f s%n",
                what, peak, CEILING_MB, (System.nanoTime() - begun) / 1e9);
        assertThat(peak).isLessThan(CEILING_MB);
    }

    /**
     * Runs the launcher to its end.
     *
     * @param samples takes items done and megabytes held then
     * @return the most that it held, in megabytes
     */
    private long run(List<long[]> samples, String... command) throws Exception {
        List<String> call =
                new ArrayList<>(List.of(Command.HOME.resolve("newsreel").toString()));
        call.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(call).directory(work.toFile());
        builder.environment().put("NEWSREEL_NO_BUILD", "1");
        builder.environment().remove("NEWSREEL_MEMORY");
        Path out = work.resolve("out.log");
        Process process = builder.redirectOutput(out.toFile()).start();
        long[] peak = new long[1];
        Thread watch = new Thread(() -> {
            while (process.isAlive()) {
                peak[0] = Math.max(peak[0], megabytes(process, "VmHWM"));
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.start();
        StringBuilder said = new StringBuilder();
        Pattern count = Pattern.compile("^" + command[0] + " ([0-9]+)");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher matcher = count.matcher(line);
                if (matcher.find()) {
                    long held = megabytes(process, "VmRSS");
                    if (held > 0) {
                        samples.add(new long[] {Long.parseLong(matcher.group(1)), held});
                    }
                }
            }
        }
        assertThat(process.waitFor()).as(said + Files.readString(out)).isZero();
        watch.join();
        return peak[0];
    }

    private static long megabytes(Process process, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private void item(String id, String text) throws IOException {
        Path item = Files.createDirectories(work.resolve("news").resolve(id));
        Files.writeString(item.resolve("article.en.txt"), text);
    }

    private static String sentences(int n) {
        String name = "Mira Holm" + (char) ('a' + n % 26) + (char) ('a' + n / 26 % 26);
        return name + " leads the Harbour Institute in Port Ellery since 19" + (10 + n % 90) + ". She met Tomas Varga"
                + " on " + (1 + n % 28) + " May 2019, who works for Lumen Rail.";
    }

    /** Small and slow, with a block that wanders and a cut every ten seconds. */
    private static void video(Path file, int seconds) throws Exception {
        int rate = 5;
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 320, 180);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            recorder.setFormat("mp4");
            recorder.setFrameRate(rate);
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setVideoOption("preset", "ultrafast");
            recorder.start();
            BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < seconds * rate; i++) {
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(Color.getHSBColor(i / (10 * rate) % 7 / 7f, 0.5f, 0.7f));
                graphics.fillRect(0, 0, 320, 180);
                graphics.setColor(Color.WHITE);
                graphics.fillRect(i % 260, 60, 60, 60);
                graphics.dispose();
                recorder.record(converter.convert(image));
            }
            recorder.stop();
        }
    }
}
