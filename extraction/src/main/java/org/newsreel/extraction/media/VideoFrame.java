package org.newsreel.extraction.media;

import java.util.OptionalDouble;
import org.bytedeco.opencv.opencv_core.Mat;

/** One frame as shown. Owns its pixels until closed; not for several threads at once. */
public final class VideoFrame implements AutoCloseable {
    /** The index of a frame that was reached by seeking, where nobody counted the frames before it. */
    public static final int UNCOUNTED = -1;

    private final int index;
    private final OptionalDouble time;
    private final Mat image;

    VideoFrame(int index, OptionalDouble time, Mat image) {
        this.index = index;
        this.time = time;
        this.image = image;
    }

    /** Place among the video's frames in the order in which they are shown, from 0; 0 for a picture. */
    public int index() {
        return index;
    }

    /** Presentation time in seconds from the start of the video; absent for a picture. */
    public OptionalDouble time() {
        return time;
    }

    /** The pixels: 8 bits each of blue, green and red, upright, as wide and high as {@link MediaInfo} says. */
    public Mat image() {
        return image;
    }

    @Override
    public void close() {
        image.close();
    }
}
