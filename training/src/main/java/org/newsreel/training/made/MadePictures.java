package org.newsreel.training.made;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.training.made.MadeItem.Frame;
import org.newsreel.training.made.MadeItem.Seen;
import org.newsreel.training.world.NewsPicture;

/** Paints frames of made items as networks read them, each value in [-1, 1]. */
public final class MadePictures {
    private static final float HALF = 127.5f;

    /** Pixels of the picture that objects are cut from: they are small in it. */
    private static final int LARGE = 120;

    private MadePictures() {}

    /** A frame, {@code size} pixels square. */
    public static Pixels of(Frame frame, int size) {
        return pixels(NewsPicture.paint(frame.scene(), frame.flag(), size, size));
    }

    /** The first regions of a frame, each scaled to {@code size} pixels square. */
    public static List<Pixels> objects(Frame frame, int most, int size) {
        BufferedImage picture = NewsPicture.paint(frame.scene(), frame.flag(), LARGE, LARGE);
        List<Pixels> objects = new ArrayList<>();
        for (Seen seen : frame.regions()) {
            if (objects.size() < most) {
                objects.add(pixels(NewsPicture.cut(picture, seen.box(), size)));
            }
        }
        return objects;
    }

    private static Pixels pixels(BufferedImage picture) {
        int height = picture.getHeight();
        int width = picture.getWidth();
        float[] values = new float[Pixels.CHANNELS * height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y);
                for (int c = 0; c < Pixels.CHANNELS; c++) {
                    int value = rgb >> (16 - 8 * c) & 0xFF;
                    values[(c * height + y) * width + x] = value / HALF - 1;
                }
            }
        }
        return new Pixels(height, width, values);
    }
}
