package org.newsreel.extraction.media;

import org.bytedeco.ffmpeg.global.avutil;

/** FFmpeg writes to standard error by itself; what matters to users comes as exceptions and warnings instead. */
final class NativeLibraries {
    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    private NativeLibraries() {}

    /** Loads the libraries and silences them, once for the process. */
    static void quiet() {
        // The class's initialiser did it.
    }
}
