package org.newsreel.extraction.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small still pictures: white in the upper left quarter, black elsewhere. */
public final class MadePicture {
    private MadePicture() {}

    public static Path png(Path file, int width, int height) throws IOException {
        return Files.write(file, encode("png", width, height));
    }

    /** A JPEG whose EXIF block says how it is to be turned: 1 upright, 3 by half, 6 clockwise, 8 anticlockwise. */
    public static Path jpeg(Path file, int width, int height, int orientation) throws IOException {
        byte[] plain = encode("jpg", width, height);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0, // APP1 of 34 bytes
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // big-endian TIFF, directory at 8
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0, // one entry: orientation
            0,
            0,
            0,
            0 // no further directory
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(exif);
        out.write(plain, 2, plain.length - 2);
        return Files.write(file, out.toByteArray());
    }

    private static byte[] encode(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
