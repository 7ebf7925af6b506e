package org.newsreel.extraction.shot;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.media.FrameCursor;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.media.MediaInfo;
import org.newsreel.extraction.media.VideoFrame;

/**
 * Goes once through a video, gives the frames that a policy chooses, in the order of time and with their own presentation
 * times, and finds the shots on the way. Converts no other frames. Memory does not grow with the video's length but for a
 * few bytes a shot. For one thread; owns native memory.
 *
 * <pre>{@code
 * try (VideoSampler sampler = VideoSampler.open(file, SamplingPolicy.STANDARD)) {
 *     for (Optional<VideoFrame> next = sampler.next(); next.isPresent(); next = sampler.next()) {
 *         try (VideoFrame frame = next.get()) { ... }
 *     }
 *     List<Shot> shots = sampler.shots();
 * }
 * }</pre>
 */
public final class VideoSampler implements AutoCloseable {
    private final FrameCursor cursor;
    private final FrameChoice choice;
    private final ShotFinder finder = new ShotFinder();
    private final Deque<VideoFrame> ready = new ArrayDeque<>();
    private boolean ended;

    private VideoSampler(FrameCursor cursor, FrameChoice choice) {
        this.cursor = cursor;
        this.choice = choice;
    }

    /**
     * Stands before the first frame.
     *
     * @throws MediaException with one sentence when the file is no video that can be read
     */
    public static VideoSampler open(Path file, SamplingPolicy policy) {
        return new VideoSampler(FrameCursor.open(file), FrameChoice.of(policy));
    }

    public MediaInfo info() {
        return cursor.info();
    }

    /** The next chosen frame, which the caller closes; nothing at the end. */
    public Optional<VideoFrame> next() {
        while (ready.isEmpty() && !ended) {
            if (cursor.advance()) {
                look();
            } else {
                ended = true;
                if (choice.atEnd()) {
                    ready.add(cursor.held());
                }
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void look() {
        Glance glance = Glance.of(cursor.glimpse());
        Optional<Border> border = finder.add(cursor.index(), cursor.time(), cursor.end(), glance);
        FrameChoice.Verdict verdict = choice.of(cursor.index(), cursor.time(), glance, border);
        if (verdict.heldWanted()) {
            ready.add(cursor.held());
        }
        if (verdict.wanted()) {
            ready.add(cursor.current());
        }
        if (verdict.hold()) {
            cursor.hold();
        }
    }

    /** After the last frame: the shots of the whole video, without gaps; before it, those of the frames so far. */
    public List<Shot> shots() {
        return finder.shots();
    }

    /** After the last frame: one sentence when the file broke off or was damaged. What came is good. */
    public Optional<String> warning() {
        return cursor.warning();
    }

    @Override
    public void close() {
        ready.forEach(VideoFrame::close);
        ready.clear();
        cursor.close();
    }
}
