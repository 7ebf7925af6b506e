package org.newsreel.extraction.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Walks over a video frame by frame and converts only the frames that are asked for: decoding gives every frame's time
 * and a glimpse of it, which is what choosing among frames needs. Holds a constant amount of memory. For one thread.
 */
public final class FrameCursor implements AutoCloseable {
    /** Points in a row of a glimpse. */
    public static final int GLIMPSE_WIDTH = 96;

    /** Rows of a glimpse. */
    public static final int GLIMPSE_HEIGHT = 54;

    private final VideoDecoder video;

    private FrameCursor(VideoDecoder video) {
        this.video = video;
    }

    /**
     * Stands before the first frame.
     *
     * @throws MediaException with one sentence when the file is no video that can be read
     */
    public static FrameCursor open(Path file) {
        FrameReader.checkReadable(file);
        return new FrameCursor(VideoDecoder.open(file));
    }

    public MediaInfo info() {
        return video.info();
    }

    /** Goes to the next frame in the order in which they are shown; false after the last one. */
    public boolean advance() {
        return video.advance();
    }

    /** The current frame's place among all frames, from 0. */
    public int index() {
        return video.index();
    }

    /** The current frame's presentation time in seconds from the start of the video, exact to the video's own clock. */
    public double time() {
        return video.time();
    }

    /** When the current frame stops being shown, in seconds, as far as the file tells how long it is shown. */
    public double end() {
        return video.end();
    }

    /**
     * {@link #GLIMPSE_WIDTH} × {@link #GLIMPSE_HEIGHT} points of the current frame as stored, row by row, three bytes
     * each (blue, green, red), picked from it without averaging.
     */
    public byte[] glimpse() {
        return video.glimpse();
    }

    /** The current frame's pixels; the caller closes them. */
    public VideoFrame current() {
        return video.current();
    }

    /** Keeps the current frame, undecided whether it will be wanted; the one kept before is dropped. */
    public void hold() {
        video.hold();
    }

    /** The kept frame's pixels; the caller closes them. Call only after {@link #hold}. */
    public VideoFrame held() {
        return video.held();
    }

    /** After the last frame: as {@link FrameReader#warning}. */
    public Optional<String> warning() {
        return video.warning();
    }

    @Override
    public void close() {
        video.close();
    }
}
