package org.newsreel.extraction.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Refuses pictures whose header promises more pixels than memory should hold, before a decoder makes room for them. */
final class PictureSize {
    /** 100 million pixels, 300 MB decoded; WebP can't promise more than 268 million. */
    private static final long MOST_PIXELS = 100_000_000;

    private PictureSize() {}

    static void check(Path file, byte[] bytes) {
        long pixels;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // A header that Java can't read is the decoder's to judge.
            return;
        }
        if (pixels > MOST_PIXELS) {
            throw new MediaException(file + " has " + pixels / 1_000_000 + " million pixels: scale it down to at most "
                    + MOST_PIXELS / 1_000_000 + " million.");
        }
    }
}
