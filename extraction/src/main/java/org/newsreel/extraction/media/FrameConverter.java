package org.newsreel.extraction.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Turns decoded frames into upright blue-green-red pictures of one size. */
final class FrameConverter implements AutoCloseable {
    /** From this height on a video that doesn't say so has the colours of high definition, as players assume. */
    private static final int HIGH_DEFINITION = 720;

    private static final int ONE = 1 << 16;

    private final int width;
    private final int height;
    private final Orientation orientation;
    /** Wider and higher than the picture, because swscale writes past the end of rows that are no multiple of 32. */
    private final Mat padded;

    private final Mat picture;
    private final PointerPointer<?> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    private SwsContext context;

    /** @param width of the converted frame before it is turned upright */
    FrameConverter(int width, int height, Orientation orientation) {
        this.width = width;
        this.height = height;
        this.orientation = orientation;
        this.padded = new Mat(height + 1, (width + 31) / 32 * 32, CV_8UC3);
        try (Rect rect = new Rect(0, 0, width, height)) {
            this.picture = new Mat(padded, rect);
        }
    }

    /** A new picture, which the caller closes. */
    Mat convert(AVFrame frame) {
        context = sws_getCachedContext(
                context,
                frame.width(),
                frame.height(),
                frame.format(),
                width,
                height,
                AV_PIX_FMT_BGR24,
                SWS_BICUBIC | SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        if (context == null) {
            throw new MediaException("frames of pixel format " + frame.format() + " can't be converted.");
        }
        IntPointer colours = sws_getCoefficients(colours(frame));
        int range = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
        sws_setColorspaceDetails(context, colours, range, colours, 1, 0, ONE, ONE);
        planes.put(0, padded.data());
        strides.put(0, (int) padded.step());
        sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
        return orientation.upright(picture);
    }

    private static int colours(AVFrame frame) {
        int told = frame.colorspace();
        if (told != AVCOL_SPC_UNSPECIFIED && told != 0) {
            return told;
        }
        return frame.height() >= HIGH_DEFINITION ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        context = null;
        planes.close();
        strides.close();
        picture.close();
        padded.close();
    }
}
