package org.newsreel.training.world;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes the folders of the sample news. */
final class SampleWriter {
    static final int BITS_A_SECOND = 300_000;
    private static final float JPEG_QUALITY = 0.9f;

    private SampleWriter() {}

    /** Writes one item's folder below a directory; files of other names are left alone. */
    static void write(SampleNews.Item item, Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(item.folder()));
        for (String text : item.texts()) {
            copy(item.folder() + "/" + text, directory);
        }
        for (Map.Entry<String, Clip> film : new TreeMap<>(item.films()).entrySet()) {
            new Encoder(BITS_A_SECOND).encode(film.getValue(), folder.resolve(film.getKey()));
        }
        for (Map.Entry<String, Scene> picture : new TreeMap<>(item.pictures()).entrySet()) {
            jpeg(draw(picture.getValue()), folder.resolve(picture.getKey()));
        }
    }

    /** Copies a text below a directory under the same path that it has among the resources. */
    static void copy(String text, Path directory) throws IOException {
        try (InputStream in = SampleWriter.class.getResourceAsStream("samples/" + text)) {
            if (in == null) {
                throw new IllegalStateException("the text " + text + " is not on the class path");
            }
            Files.copy(in, directory.resolve(text), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static BufferedImage draw(Scene picture) {
        return new Renderer(picture, 960, 540).picture(0.4);
    }

    private static void jpeg(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (OutputStream out = Files.newOutputStream(file);
                ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(JPEG_QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
