package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Region;

/**
 * Every region's frame number, time and box beside what the ffmpeg and ffprobe commands make of the same file, where they
 * are installed: the time is that frame's, and what the box cuts out of ffmpeg's frame is what it cuts out of ours, and
 * the same writing is read there again.
 */
@Tag("slow")
class FrameExactnessTest {
    /** Mean difference in brightness, of 255: two versions of one library make colours differently at sharp edges. */
    private static final double SAME_PIXELS = 3;

    /** Longer expressions are refused by the command. */
    private static final int MOST_AT_ONCE = 40;

    @TempDir
    Path directory;

    static List<Path> videos() throws IOException {
        List<Path> videos = new ArrayList<>();
        for (String root : List.of("../samples", "../../shared/data/mdocre")) {
            if (Files.isDirectory(Path.of(root))) {
                try (Stream<Path> files = Files.walk(Path.of(root), 2)) {
                    files.filter(file -> file.toString().endsWith(".mp4"))
                            .sorted()
                            .forEach(videos::add);
                }
            }
        }
        return videos;
    }

    @ParameterizedTest
    @MethodSource("videos")
    void regionsAreWhereTheFfmpegCommandShowsThem(Path video) throws Exception {
        List<Double> times = times(video);
        List<Region> regions;
        try (RegionStep step = RegionStep.load(Path.of("models"), SamplingPolicy.parse("second:1"))) {
            MediaFile file = new MediaFile("v0", MediaKind.VIDEO, video, "v.mp4", Optional.empty());
            regions = step.see(List.of(file), List.of(), List.of(), "").regions();
        }
        TreeSet<Integer> frames = regions.stream().map(Region::frame).collect(Collectors.toCollection(TreeSet::new));
        List<Path> theirs = frames(video, frames);
        assertThat(theirs).hasSameSizeAs(frames);

        int written = 0;
        int again = 0;
        List<Integer> order = new ArrayList<>(frames);
        try (CaptionReader reader = new CaptionReader(Path.of("models", RegionStep.CAPTION_MODEL))) {
            for (Region region : regions) {
                double t = region.t().orElseThrow();
                assertThat(t).isEqualTo(times.get(region.frame()), within(0.001));
                try (PointerScope scope = new PointerScope();
                        VideoFrame ours = FrameReader.at(video, t)) {
                    Mat their = opencv_imgcodecs.imread(
                            theirs.get(order.indexOf(region.frame())).toString());
                    assertThat(their.cols()).isEqualTo(ours.image().cols());
                    assertThat(their.rows()).isEqualTo(ours.image().rows());
                    assertThat(difference(cut(Grey.of(their), region.box()), cut(Grey.of(ours.image()), region.box())))
                            .as("region %s at %s s", region.id(), t)
                            .isLessThan(SAME_PIXELS);
                    if (region.text().isPresent()) {
                        written++;
                        again += reader.read(their).stream().anyMatch(reading -> says(reading, region)) ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf(
                "%s: %d regions in %d frames, %d of %d writings read again%n",
                video.getParent().getFileName(), regions.size(), frames.size(), again, written);
        assertThat(regions).isNotEmpty();
        assertThat(again).isEqualTo(written);
    }

    private static boolean says(CaptionReading reading, Region region) {
        String wanted = region.text().orElseThrow();
        boolean whole = EditDistance.similarity(reading.text(), wanted) > 0.8 && isInside(reading.box(), region.box());
        return whole
                || reading.lines().stream()
                        .anyMatch(line -> EditDistance.similarity(line.text(), wanted) > 0.8
                                && isInside(line.box(), region.box()));
    }

    /** A region may hold the person under whom the writing stands as well. */
    private static boolean isInside(Box inner, Box outer) {
        double slack = 0.01;
        return inner.x() >= outer.x() - slack
                && inner.y() >= outer.y() - slack
                && inner.x() + inner.width() <= outer.x() + outer.width() + slack
                && inner.y() + inner.height() <= outer.y() + outer.height() + slack;
    }

    private static Mat cut(Mat image, Box box) {
        int x = (int) (box.x() * image.cols());
        int y = (int) (box.y() * image.rows());
        int width = Math.max(1, Math.min(image.cols() - x, (int) Math.round(box.width() * image.cols())));
        int height = Math.max(1, Math.min(image.rows() - y, (int) Math.round(box.height() * image.rows())));
        return image.apply(new Rect(x, y, width, height));
    }

    private static double difference(Mat a, Mat b) {
        Mat difference = new Mat();
        opencv_core.absdiff(a, b, difference);
        return opencv_core.mean(difference).get(0);
    }

    /** When each frame is shown, from the start of the file. */
    private List<Double> times(Path video) throws Exception {
        String start = output(
                "ffprobe", "-v", "error", "-show_entries", "format=start_time", "-of", "csv=p=0", video.toString());
        double origin = start.isBlank() || start.startsWith("N") ? 0 : Double.parseDouble(start.strip());
        return output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "frame=best_effort_timestamp_time",
                        "-of",
                        "csv=p=0",
                        video.toString())
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Double.parseDouble(line.replace(",", "").strip()) - origin)
                .toList();
    }

    private List<Path> frames(Path video, TreeSet<Integer> frames) throws Exception {
        List<Integer> all = new ArrayList<>(frames);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            String choice = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)).stream()
                    .map(frame -> "eq(n\\," + frame + ")")
                    .collect(Collectors.joining("+"));
            output(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-i",
                    video.toString(),
                    "-vf",
                    "select=" + choice,
                    "-vsync",
                    "passthrough",
                    directory.resolve(String.format("%05d-%%05d.bmp", from)).toString());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".bmp"))
                    .sorted()
                    .toList();
        }
    }

    private static String output(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "the " + command[0] + " command is not installed");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
