package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_POINT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Picks points out of decoded frames, many times cheaper than converting them. */
final class FrameGlimpse implements AutoCloseable {
    private static final int STRIDE = FrameCursor.GLIMPSE_WIDTH * 3;

    /** Swscale writes whole vectors, past the end of the last row. */
    private final BytePointer points = new BytePointer((FrameCursor.GLIMPSE_HEIGHT + 1L) * STRIDE + 64);

    private final PointerPointer<?> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private SwsContext context;

    FrameGlimpse() {
        planes.put(0, points);
        strides.put(0, STRIDE);
    }

    byte[] of(AVFrame frame) {
        context = sws_getCachedContext(
                context,
                frame.width(),
                frame.height(),
                frame.format(),
                FrameCursor.GLIMPSE_WIDTH,
                FrameCursor.GLIMPSE_HEIGHT,
                AV_PIX_FMT_BGR24,
                SWS_POINT,
                null,
                null,
                (DoublePointer) null);
        if (context == null) {
            throw new MediaException("frames of pixel format " + frame.format() + " can't be converted.");
        }
        sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        byte[] copy = new byte[FrameCursor.GLIMPSE_HEIGHT * STRIDE];
        points.position(0).get(copy);
        return copy;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        context = null;
        planes.close();
        strides.close();
        points.close();
    }
}
