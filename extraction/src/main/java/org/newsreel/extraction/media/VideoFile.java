package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.newsreel.ontology.claim.MediaKind;

/** One open container with the decoder of its main video stream. Times are ticks of that stream's clock. */
final class VideoFile implements AutoCloseable {
    private static final int EAGAIN = -11;
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    /** Pixel aspects beyond this are mistakes in the file. */
    private static final double ODDEST_ASPECT = 10;

    private final Path path;
    private AVFormatContext container = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private AVCodecContext decoder;
    private AVStream stream;
    private long clockNumerator;
    private long clockDenominator;
    private long start;
    private int scaledWidth;
    private int scaledHeight;
    private Orientation orientation = Orientation.UPRIGHT;
    private MediaInfo info;
    private boolean drained;
    private boolean damaged;

    private VideoFile(Path path) {
        this.path = path;
    }

    static VideoFile open(Path path) {
        NativeLibraries.quiet();
        VideoFile file = new VideoFile(path);
        try {
            file.container = Container.open(path);
            file.openDecoder();
            file.measure();
            return file;
        } catch (RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private void openDecoder() {
        int best = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (best < 0 && !hasAudio()) {
            // An mp4 that lost its end has lost its index with it, and then opens with nothing in it.
            throw Container.notAVideo(path);
        }
        if (best < 0 || (container.streams(best).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new MediaException(
                    path + " has sound but no moving pictures: give a video, or leave the file out of" + " the item.");
        }
        stream = container.streams(best);
        Container.keepOnly(container, best);
        AVCodecParameters parameters = stream.codecpar();
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null || codec.isNull()) {
            throw undecodable(parameters);
        }
        decoder = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder, parameters);
        decoder.pkt_timebase(stream.time_base());
        decoder.thread_count(THREADS);
        if (avcodec_open2(decoder, codec, (PointerPointer<?>) null) < 0) {
            throw undecodable(parameters);
        }
    }

    private boolean hasAudio() {
        return av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0) >= 0;
    }

    private MediaException undecodable(AVCodecParameters parameters) {
        return new MediaException(path + " is coded as "
                + avcodec_get_name(parameters.codec_id()).getString()
                + ", which can't be decoded here: convert it to H.264, H.265, VP9 or AV1.");
    }

    private void measure() {
        AVRational clock = stream.time_base();
        clockNumerator = clock.num();
        clockDenominator = clock.den();
        start = startTicks();
        AVCodecParameters parameters = stream.codecpar();
        if (parameters.width() <= 0 || parameters.height() <= 0) {
            throw new MediaException(path + " doesn't tell how large its pictures are, most likely because it was cut"
                    + " off: copy or export the video again.");
        }
        scale(parameters);
        AVPacketSideData matrix = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix != null && !matrix.isNull() && matrix.size() >= 9 * Integer.BYTES) {
            orientation = Orientation.ofDisplayMatrix(new IntPointer(matrix.data()));
        }
        info = new MediaInfo(
                MediaKind.VIDEO,
                orientation.transposed() ? scaledHeight : scaledWidth,
                orientation.transposed() ? scaledWidth : scaledHeight,
                frameRate(),
                OptionalDouble.of(duration()));
    }

    /** The container's start on the stream's clock: sound may begin before the pictures do. */
    private long startTicks() {
        long own = stream.start_time();
        long whole = container.start_time();
        if (whole == AV_NOPTS_VALUE) {
            return own == AV_NOPTS_VALUE ? 0 : own;
        }
        // Both are the same moment when they differ only by the container's rounding to microseconds.
        if (own != AV_NOPTS_VALUE && Math.abs(seconds(own) - (double) whole / AV_TIME_BASE) < 2.0 / AV_TIME_BASE) {
            return own;
        }
        return Math.round((double) whole / AV_TIME_BASE * ticksPerSecond());
    }

    /** Pixels that are not square make the picture larger in one direction, as in browsers. */
    private void scale(AVCodecParameters parameters) {
        scaledWidth = parameters.width();
        scaledHeight = parameters.height();
        AVRational told = stream.sample_aspect_ratio().num() > 0
                ? stream.sample_aspect_ratio()
                : parameters.sample_aspect_ratio();
        if (told.num() <= 0 || told.den() <= 0) {
            return;
        }
        double aspect = (double) told.num() / told.den();
        if (aspect > 1 && aspect <= ODDEST_ASPECT) {
            scaledWidth = (int) Math.round(scaledWidth * aspect);
        } else if (aspect < 1 && aspect >= 1 / ODDEST_ASPECT) {
            scaledHeight = (int) Math.round(scaledHeight / aspect);
        }
    }

    private Optional<String> frameRate() {
        AVRational rate = stream.avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) {
            rate = stream.r_frame_rate();
        }
        return rate.num() > 0 && rate.den() > 0 ? Optional.of(rate.num() + "/" + rate.den()) : Optional.empty();
    }

    private double duration() {
        if (container.duration() != AV_NOPTS_VALUE && container.duration() > 0) {
            return (double) container.duration() / AV_TIME_BASE;
        }
        if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
            return seconds(stream.duration());
        }
        return countedDuration();
    }

    /** Reads the whole file once without decoding: recordings made live don't say how long they became. */
    private double countedDuration() {
        long end = start;
        while (av_read_frame(container, packet) >= 0) {
            if (packet.stream_index() == stream.index() && packet.pts() != AV_NOPTS_VALUE) {
                end = Math.max(end, packet.pts() + packet.duration());
            }
            av_packet_unref(packet);
        }
        seek(start, Double.POSITIVE_INFINITY);
        return seconds(end - start);
    }

    /** The next decoded frame in presentation order, or false at the end. */
    boolean decode(AVFrame frame) {
        while (true) {
            int status = avcodec_receive_frame(decoder, frame);
            if (status >= 0) {
                return true;
            }
            if (status == AVERROR_EOF()) {
                return false;
            }
            if (status != EAGAIN) {
                damaged = true;
            }
            if (drained) {
                return false;
            }
            feed();
        }
    }

    private void feed() {
        int status = av_read_frame(container, packet);
        if (status < 0) {
            damaged |= status != AVERROR_EOF();
            drained = true;
            avcodec_send_packet(decoder, null);
            return;
        }
        if (packet.stream_index() == stream.index()) {
            damaged |= (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
            damaged |= avcodec_send_packet(decoder, packet) < 0;
        }
        av_packet_unref(packet);
    }

    /** Goes to a place from which decoding reaches {@code ticks}, {@code lead} seconds or more before it. */
    void seek(long ticks, double lead) {
        long target =
                Double.isInfinite(lead) ? Long.MIN_VALUE : Math.max(start, ticks - (long) (lead * ticksPerSecond()));
        int status = -1;
        if (target != Long.MIN_VALUE) {
            status = av_seek_frame(container, stream.index(), target, AVSEEK_FLAG_BACKWARD);
        }
        if (status < 0) {
            // Some files begin before the time that they call their start.
            av_seek_frame(container, stream.index(), start - (long) ticksPerSecond(), AVSEEK_FLAG_BACKWARD);
        }
        avcodec_flush_buffers(decoder);
        drained = false;
    }

    double seconds(long ticks) {
        return (double) (ticks * clockNumerator) / clockDenominator;
    }

    double ticksPerSecond() {
        return (double) clockDenominator / clockNumerator;
    }

    /** How long the header says the video stream is, where it says so. */
    OptionalDouble promisedSeconds() {
        if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
            return OptionalDouble.of(seconds(stream.duration()));
        }
        return hasAudio() ? OptionalDouble.empty() : info.duration();
    }

    boolean damaged() {
        return damaged;
    }

    Path path() {
        return path;
    }

    long start() {
        return start;
    }

    int scaledWidth() {
        return scaledWidth;
    }

    int scaledHeight() {
        return scaledHeight;
    }

    Orientation orientation() {
        return orientation;
    }

    MediaInfo info() {
        return info;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (decoder != null) {
            avcodec_free_context(decoder);
            decoder = null;
        }
        Container.close(container);
    }
}
