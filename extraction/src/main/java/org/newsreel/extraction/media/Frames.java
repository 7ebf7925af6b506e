package org.newsreel.extraction.media;

import java.util.Optional;

/** What {@link FrameReader} reads from: a video's decoder or a picture. */
interface Frames extends AutoCloseable {
    MediaInfo info();

    /** Passes over {@code skip} frames and gives the one after them, or nothing at the end. */
    Optional<VideoFrame> next(int skip);

    /** What was wrong with the frames so far, in one sentence. */
    Optional<String> warning();

    @Override
    void close();
}
