package org.newsreel.extraction.pipeline;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.newsreel.extraction.media.FrameReader;
import org.newsreel.extraction.media.VideoFrame;

/** A frame as Java draws on it. */
final class FramePicture {
    private FramePicture() {}

    /**
     * The frame of a video, or the picture.
     *
     * @param index in the order in which frames are shown; nothing when there are fewer
     */
    static Optional<BufferedImage> of(Path file, int index) {
        try (FrameReader reader = FrameReader.open(file)) {
            Optional<VideoFrame> frame = reader.next();
            if (index > 0 && frame.isPresent()) {
                frame.get().close();
                frame = reader.withStep(index).next();
            }
            return frame.map(FramePicture::of);
        }
    }

    private static BufferedImage of(VideoFrame frame) {
        try (frame) {
            Mat image = frame.image();
            BufferedImage picture = new BufferedImage(image.cols(), image.rows(), BufferedImage.TYPE_3BYTE_BGR);
            image.data().get(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
            return picture;
        }
    }
}
