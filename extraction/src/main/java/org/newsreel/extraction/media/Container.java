package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Opens and closes files that hold streams of pictures, sound and words. */
final class Container {
    /**
     * Containers that are read. Without the list FFmpeg would also take play lists and scripts, which make it open other
     * files and addresses that whoever wrote the "video" chose.
     */
    private static final String CONTAINERS = "mov,mp4,matroska,webm,avi,mpegts,mpeg,flv,ogg";

    private Container() {}

    /**
     * Opens a file and reads what its start tells; the caller closes it by {@link #close(AVFormatContext)}.
     *
     * @throws MediaException with one sentence when it is no video
     */
    static AVFormatContext open(Path path) {
        if (path.toFile().length() == 0) {
            throw new MediaException(path + " is empty (0 bytes): copy or export the video again.");
        }
        AVFormatContext container = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        // "file:" keeps a colon in the name from being taken for a protocol.
        byte[] url = ("file:" + path.toAbsolutePath() + "\0").getBytes(StandardCharsets.UTF_8);
        try (BytePointer name = new BytePointer(url)) {
            int status = avformat_open_input(container, name, null, options);
            if (status < 0) {
                throw notAVideo(path);
            }
        } finally {
            av_dict_free(options);
        }
        if (avformat_find_stream_info(container, (PointerPointer<?>) null) < 0) {
            close(container);
            throw new MediaException(path + " is damaged at its start: copy or export the video again.");
        }
        return container;
    }

    static void close(AVFormatContext container) {
        if (!container.isNull()) {
            avformat_close_input(container);
        }
    }

    /** Lets the container pass over all streams but one. */
    static void keepOnly(AVFormatContext container, int stream) {
        for (int i = 0; i < container.nb_streams(); i++) {
            if (i != stream) {
                container.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    static MediaException notAVideo(Path path) {
        return new MediaException(path + " is not a video that can be read, or it was cut off before its end: copy or"
                + " export it again as MP4 (H.264) or WebM.");
    }
}
