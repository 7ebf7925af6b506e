package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_decode_subtitle2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avsubtitle_free;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVSubtitle;
import org.bytedeco.ffmpeg.avcodec.AVSubtitleRect;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Subtitles inside a video: tracks of words, not those that are pictures of words. */
final class EmbeddedSubtitles {
    /** Cues of one video beyond which it is not read on: hours have a few thousand. */
    private static final int MOST_CUES = 200_000;

    /** Fields before the words in what FFmpeg makes of every format: ASS events without times. */
    private static final int FIELDS = 8;

    private static final Pattern OVERRIDES = Pattern.compile("\\{[^{}]*}");

    private EmbeddedSubtitles() {}

    /** Cues of the track that the container prefers, in the order of their start; empty without such a track. */
    static List<Cue> read(Path file) {
        NativeLibraries.quiet();
        AVFormatContext container = Container.open(file);
        AVPacket packet = av_packet_alloc();
        try {
            int track = av_find_best_stream(container, AVMEDIA_TYPE_SUBTITLE, -1, -1, (AVCodec) null, 0);
            if (track < 0) {
                return List.of();
            }
            return read(container, container.streams(track), packet);
        } finally {
            av_packet_free(packet);
            Container.close(container);
        }
    }

    private static List<Cue> read(AVFormatContext container, AVStream stream, AVPacket packet) {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            return List.of();
        }
        Container.keepOnly(container, stream.index());
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        try {
            avcodec_parameters_to_context(decoder, stream.codecpar());
            decoder.pkt_timebase(stream.time_base());
            if (avcodec_open2(decoder, codec, (PointerPointer<?>) null) < 0) {
                return List.of();
            }
            List<Cue> cues = new ArrayList<>();
            while (cues.size() < MOST_CUES && av_read_frame(container, packet) >= 0) {
                if (packet.stream_index() == stream.index()) {
                    decode(container, stream, decoder, packet, cues);
                }
                av_packet_unref(packet);
            }
            cues.sort(Comparator.comparingDouble(Cue::start));
            return List.copyOf(cues);
        } finally {
            avcodec_free_context(decoder);
        }
    }

    private static void decode(
            AVFormatContext container, AVStream stream, AVCodecContext decoder, AVPacket packet, List<Cue> cues) {
        if (packet.pts() == AV_NOPTS_VALUE) {
            return;
        }
        double clock = (double) stream.time_base().num() / stream.time_base().den();
        double origin = container.start_time() == AV_NOPTS_VALUE ? 0 : (double) container.start_time() / AV_TIME_BASE;
        double start = Math.max(0, packet.pts() * clock - origin);
        int[] got = new int[1];
        try (AVSubtitle subtitle = new AVSubtitle()) {
            if (avcodec_decode_subtitle2(decoder, subtitle, got, packet) < 0 || got[0] == 0) {
                return;
            }
            try {
                double told = packet.duration() * clock;
                double end = start + (told > 0 ? told : Integer.toUnsignedLong(subtitle.end_display_time()) / 1000.0);
                String words = words(subtitle);
                if (!words.isBlank() && end > start && end - start < 600) {
                    cues.add(new Cue(start, end, words));
                }
            } finally {
                avsubtitle_free(subtitle);
            }
        }
    }

    private static String words(AVSubtitle subtitle) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < subtitle.num_rects(); i++) {
            AVSubtitleRect rect = subtitle.rects(i);
            BytePointer event = rect.ass();
            if (event == null || event.isNull()) {
                continue;
            }
            String[] fields = event.getString(StandardCharsets.UTF_8).split(",", FIELDS + 1);
            if (fields.length > FIELDS) {
                String line = OVERRIDES.matcher(fields[FIELDS]).replaceAll("");
                words.append(words.length() == 0 ? "" : "\n")
                        .append(line.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " "));
            }
        }
        return Subtitles.plain(words.toString());
    }
}
