package org.newsreel.extraction.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the frames of a video, or a picture as a video of one frame, in the order in which they are shown. Holds a
 * constant amount of memory whatever the length. For one thread.
 *
 * <pre>{@code
 * try (FrameReader reader = FrameReader.open(file).withStep(24)) {
 *     for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
 *         try (VideoFrame frame = next.get()) { ... }
 *     }
 * }
 * }</pre>
 */
public final class FrameReader implements AutoCloseable {
    /** Every 24th frame is read unless told otherwise: about one a second. */
    public static final int STEP = 24;

    private final Frames frames;
    private int step = STEP;
    private boolean started;

    private FrameReader(Frames frames) {
        this.frames = frames;
    }

    /**
     * Opens a video or picture, whichever the content is.
     *
     * @throws MediaException with one sentence when it is neither, is empty, is broken or shows no pictures
     */
    public static FrameReader open(Path file) {
        checkReadable(file);
        return new FrameReader(StillPicture.recognises(file) ? StillPicture.open(file) : VideoDecoder.open(file));
    }

    /**
     * The frame that is on screen at a time: the last one whose presentation time is not later, the first one for times
     * before it, the last one for times after the end. Its index is {@link VideoFrame#UNCOUNTED} in a video.
     *
     * @param seconds from the start
     * @throws MediaException as {@link #open} does
     */
    public static VideoFrame at(Path file, double seconds) {
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException("a time in a video is a number of seconds, not " + seconds);
        }
        checkReadable(file);
        if (StillPicture.recognises(file)) {
            try (StillPicture picture = StillPicture.open(file)) {
                return picture.next(0).orElseThrow();
            }
        }
        try (VideoDecoder video = VideoDecoder.open(file)) {
            return video.at(seconds);
        }
    }

    static void checkReadable(Path file) {
        if (!Files.exists(file)) {
            throw new MediaException(file + " does not exist.");
        }
        if (!Files.isRegularFile(file)) {
            throw new MediaException(file + " is not a file with a video or picture in it.");
        }
        if (!Files.isReadable(file)) {
            throw new MediaException(file + " can't be read: give yourself the right to read it.");
        }
    }

    /** From now on gives every {@code step}-th frame, the one after this call first. */
    public FrameReader withStep(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("a step between frames is 1 or more, not " + step);
        }
        this.step = step;
        return this;
    }

    public MediaInfo info() {
        return frames.info();
    }

    /**
     * The next frame: the first of the file, then every step-th. Frames in between are decoded but not converted. The
     * caller closes it.
     */
    public Optional<VideoFrame> next() {
        Optional<VideoFrame> frame = frames.next(started ? step - 1 : 0);
        started = true;
        return frame;
    }

    /**
     * After the last frame: one sentence when the file broke off or was damaged, so that fewer frames came than it
     * promises. What came is good.
     */
    public Optional<String> warning() {
        return frames.warning();
    }

    @Override
    public void close() {
        frames.close();
    }
}
