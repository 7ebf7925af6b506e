package org.newsreel.training.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.shot.VideoSampler;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.ontology.claim.MediaKind;

/**
 * Sampling, shots found on the way, beside the {@code ffmpeg} command that takes the same frames of the same file; and
 * the whole visual side (decoding, shots, faces, writing, links) beside the length of the videos.
 */
final class VisualContest {
    private static final Path REPORTS = Path.of("../../shared/data/mdocre");
    private static final Path SAMPLES = Path.of("../samples");
    private static final Path MODELS = Path.of("..", "extraction", "models");

    private VisualContest() {}

    static void run(int repetitions) throws IOException {
        Path root = Files.isDirectory(REPORTS) ? REPORTS : SAMPLES;
        List<Path> videos = videos(root);
        BenchReport report = new BenchReport("pictures", "Pictures: sampling beside ffmpeg, and the whole visual side")
                .remark("%d videos; one frame a second; medians of %d.", videos.size(), repetitions);
        double length = 0;
        for (Path video : videos) {
            double duration = duration(video);
            length += duration;
            List<Contest.Result> sides = Contest.of(
                    1,
                    repetitions,
                    List.of(
                            new Contest.Side("sampling", () -> sample(video, SamplingPolicy.STANDARD)),
                            new Contest.Side("ffmpeg", () -> ffmpeg(video))));
            double ours = sides.get(0).seconds();
            double theirs = sides.get(1).seconds();
            String what = String.format(
                    Locale.ROOT, "%.0f s of %s", duration, video.getParent().getFileName());
            report.compared(what, "ffmpeg", theirs, "s", 1);
            report.compared(what, "Newsreel, with shots", ours, "s", ours / theirs, "at most 1");
        }
        for (String frames : List.of("second:1", "shot:2", "every:25")) {
            SamplingPolicy policy = SamplingPolicy.parse(frames);
            try (RegionStep step = RegionStep.load(MODELS, policy)) {
                Contest.Result whole = Contest.of(
                                0, 1, List.of(new Contest.Side(frames, () -> videos.forEach(video -> see(step, video)))))
                        .get(0);
                int sampled =
                        videos.stream().mapToInt(video -> sample(video, policy)).sum();
                report.figure(
                        "the whole visual side, " + sampled + " frames",
                        "--frames " + frames,
                        length / whole.seconds(),
                        "times real time",
                        "at least 3");
            }
        }
        report.write();
    }

    private static List<Path> videos(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).sorted().toList();
        }
    }

    private static double duration(Path video) {
        try (FrameReader reader = FrameReader.open(video)) {
            return reader.info().duration().orElseThrow();
        }
    }

    private static int sample(Path video, SamplingPolicy policy) {
        int frames = 0;
        try (VideoSampler sampler = VideoSampler.open(video, policy)) {
            for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
                next.get().close();
                frames++;
            }
        }
        return frames;
    }

    private static void see(RegionStep step, Path video) {
        MediaFile file = new MediaFile("v0", MediaKind.VIDEO, video, "v.mp4", Optional.empty());
        step.see(List.of(file), List.of(), List.of(), "");
    }

    /** The same frames, converted to the same pixels, thrown away. */
    private static void ffmpeg(Path video) {
        List<String> command = List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                video.toString(),
                "-vf",
                "select=isnan(prev_selected_t)+gte(floor(t)\\,floor(prev_selected_t)+1)",
                "-vsync",
                "passthrough",
                "-pix_fmt",
                "bgr24",
                "-f",
                "rawvideo",
                "/dev/null");
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("ffmpeg ended with " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("this comparison needs the ffmpeg command: install it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
