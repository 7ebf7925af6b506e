package org.newsreel.extraction.media;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.newsreel.extraction.network.Pixels;

/**
 * How an image encoder wants its pictures: squares, each channel less its mean and divided by its deviation.
 *
 * @param size pixels along each side; the whole picture is squeezed into it
 * @param mean of red, green and blue, each in [0, 1]
 * @param deviation of red, green and blue, each positive
 */
public record PixelScale(int size, List<Double> mean, List<Double> deviation) {
    private static final float BRIGHTEST = 255;

    public PixelScale {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (size < 1
                || mean.size() != Pixels.CHANNELS
                || deviation.size() != Pixels.CHANNELS
                || deviation.stream().anyMatch(d -> !(d > 0))) {
            throw new IllegalArgumentException(
                    "pictures can't be scaled to " + size + " pixels by " + mean + " and " + deviation);
        }
    }

    /** Values in [-1, 1], as ViT's publishers want them. */
    public static PixelScale even(int size) {
        return new PixelScale(size, List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));
    }

    /** By ImageNet's means, as torchvision's ResNet and VGG want them. */
    public static PixelScale imageNet(int size) {
        return new PixelScale(size, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    }

    /** By the means of CLIP's own pictures. */
    public static PixelScale clip(int size) {
        return new PixelScale(
                size, List.of(0.48145466, 0.4578275, 0.40821073), List.of(0.26862954, 0.26130258, 0.27577711));
    }

    /** A frame as the encoder wants it. The frame stays open. */
    public Pixels of(VideoFrame frame) {
        byte[] shown = new byte[Pixels.CHANNELS * size * size];
        try (Mat small = new Mat();
                Size square = new Size(size, size)) {
            resize(frame.image(), small, square, 0, 0, INTER_AREA);
            small.data().get(shown);
        }
        float[] values = new float[shown.length];
        for (int i = 0; i < size * size; i++) {
            for (int c = 0; c < Pixels.CHANNELS; c++) {
                // Blue comes first in a frame, red in a network.
                float bright = (shown[i * Pixels.CHANNELS + Pixels.CHANNELS - 1 - c] & 0xFF) / BRIGHTEST;
                values[c * size * size + i] = (float) ((bright - mean.get(c)) / deviation.get(c));
            }
        }
        return new Pixels(size, size, values);
    }
}
