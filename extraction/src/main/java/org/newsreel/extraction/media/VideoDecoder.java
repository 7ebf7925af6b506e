package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The frames of a video with their exact presentation times. */
final class VideoDecoder implements Frames {
    /** Times come back from JSON and from Media Fragments, rounded; a frame that begins this much later still counts. */
    private static final double ROUNDING = 1e-6;

    /** A video that ends this much earlier than its header says broke off. */
    private static final double MISSING_SECONDS = 1;

    /** How far before the wanted time to look for a place to decode from, each time that the last was too late. */
    private static final double[] LEADS = {0, 2, 15, Double.POSITIVE_INFINITY};

    private final VideoFile file;
    private final FrameConverter converter;
    private final AVFrame frame;
    /** A frame kept by reference while decoding goes on. */
    private final AVFrame held;

    private final FrameGlimpse glimpse = new FrameGlimpse();
    private int index = -1;
    private int heldIndex;
    private double heldTime;
    /** Ticks of the stream's clock. */
    private long shown;

    private long length;
    private boolean ended;

    private VideoDecoder(VideoFile file) {
        this.file = file;
        this.shown = file.start();
        this.frame = av_frame_alloc();
        this.held = av_frame_alloc();
        this.converter = new FrameConverter(file.scaledWidth(), file.scaledHeight(), file.orientation());
    }

    static VideoDecoder open(Path path) {
        VideoFile file = VideoFile.open(path);
        try {
            return new VideoDecoder(file);
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    @Override
    public MediaInfo info() {
        return file.info();
    }

    @Override
    public Optional<VideoFrame> next(int skip) {
        for (int i = 0; i <= skip; i++) {
            if (!advance()) {
                return Optional.empty();
            }
        }
        return Optional.of(current());
    }

    /** See {@link FrameCursor}. */
    VideoFrame current() {
        return new VideoFrame(index, OptionalDouble.of(time()), converter.convert(frame));
    }

    /** Remembers the current frame without copying it, instead of the one held before. */
    void hold() {
        av_frame_unref(held);
        av_frame_ref(held, frame);
        heldIndex = index;
        heldTime = time();
    }

    VideoFrame held() {
        return new VideoFrame(heldIndex, OptionalDouble.of(heldTime), converter.convert(held));
    }

    byte[] glimpse() {
        return glimpse.of(frame);
    }

    int index() {
        return index;
    }

    /** Presentation time of the current frame in seconds from the start. */
    double time() {
        return seconds(shown);
    }

    /** When the current frame stops being shown, as far as the file tells. */
    double end() {
        return seconds(shown + Math.max(0, length));
    }

    /** See {@link FrameReader#at}. */
    VideoFrame at(double seconds) {
        double ticks = Math.floor((seconds + ROUNDING) * file.ticksPerSecond());
        long wanted = file.start() + (long) Math.max(0, Math.min(ticks, Long.MAX_VALUE / 4));
        AVFrame before = av_frame_alloc();
        try {
            for (double lead : LEADS) {
                file.seek(wanted, lead);
                ended = false;
                boolean any = false;
                long time = 0;
                while (advance() && (shown <= wanted || !any)) {
                    av_frame_unref(before);
                    av_frame_move_ref(before, frame);
                    any = true;
                    time = shown;
                    if (shown > wanted) {
                        break;
                    }
                }
                // A frame later than wanted is the answer only when there is none before it.
                if (any && (time <= wanted || Double.isInfinite(lead))) {
                    return new VideoFrame(
                            VideoFrame.UNCOUNTED, OptionalDouble.of(seconds(time)), converter.convert(before));
                }
            }
        } finally {
            av_frame_free(before);
        }
        throw new MediaException(file.path() + " has no frame that can be decoded: export the video again.");
    }

    /** Decodes the next frame without converting it; false at the end. */
    boolean advance() {
        if (ended || !file.decode(frame)) {
            ended = true;
            return false;
        }
        long stamp = frame.best_effort_timestamp();
        // A frame without a time follows the one before it.
        shown = stamp == AV_NOPTS_VALUE ? shown + length : stamp;
        length = frame.duration();
        index++;
        return true;
    }

    private double seconds(long ticks) {
        // A frame that the container shows before its own start is shown at the start.
        return Math.max(0, file.seconds(ticks - file.start()));
    }

    @Override
    public Optional<String> warning() {
        if (!ended) {
            return Optional.empty();
        }
        if (index < 0) {
            return Optional.of(file.path() + " broke off before its first frame: export the video again.");
        }
        double end = seconds(shown + length);
        double missing = file.promisedSeconds().orElse(end) - end;
        if (missing > MISSING_SECONDS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s breaks off after %.1f of %.1f seconds; what comes before was read: copy or export the whole"
                            + " video again.",
                    file.path(),
                    end,
                    end + missing));
        }
        if (file.damaged()) {
            return Optional.of(
                    file.path() + " is damaged in places; what could be decoded was read: export the video again.");
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_frame_free(held);
        glimpse.close();
        converter.close();
        file.close();
    }
}
