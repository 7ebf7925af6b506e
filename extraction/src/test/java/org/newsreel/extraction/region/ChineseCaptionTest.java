package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captions in simplified Chinese, where Tesseract's model and a font for it are installed. */
class ChineseCaptionTest {
    private static final Path ENGLISH = Path.of("models", RegionStep.CAPTION_MODEL);

    @TempDir
    Path directory;

    @Test
    void readsChineseAndEnglishInOneFrame() {
        Optional<Path> chinese = CaptionModels.chinese(Path.of("models"));
        assumeTrue(chinese.isPresent(), CaptionModels.missing());
        try (CaptionReader reader = new CaptionReader(ENGLISH, chinese);
                Mat frame = frame("李文静", "青岚港务局局长")) {
            reader.setReadsChinese(true);
            List<CaptionReading> readings = reader.read(frame);
            assertThat(readings).hasSize(1);
            assertThat(readings.get(0).lines()).extracting(CaptionLine::text).containsExactly("李文静", "青岚港务局局长");
            assertThat(readings.get(0).confidence()).isGreaterThan(0.7);
            try (Mat latin = frame("Ines Varnholt", "HARBOUR MASTER")) {
                assertThat(reader.read(latin).get(0).text()).isEqualTo("Ines Varnholt\nHARBOUR MASTER");
            }
        }
    }

    @Test
    void findsTheModelWhereTheUserSaysItIs() throws Exception {
        Files.write(directory.resolve("chi_sim.traineddata"), new byte[1]);
        assertThat(CaptionModels.chinese(Path.of("none"), directory.toString())).contains(directory);
        Path among = Files.createDirectories(directory.resolve("models/tesseract-chi-sim"));
        Files.write(among.resolve("chi_sim.traineddata"), new byte[1]);
        assertThat(CaptionModels.chinese(directory.resolve("models"), directory.toString()))
                .contains(among);
    }

    private static Mat frame(String name, String role) {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(70, 90, 80));
        graphics.fillRect(0, 0, 640, 360);
        graphics.setColor(new Color(15, 20, 35));
        graphics.fillRect(0, 276, 640, 70);
        graphics.setColor(Color.WHITE);
        String family = family(name + role);
        graphics.setFont(new Font(family, Font.BOLD, 24));
        graphics.drawString(name, 60, 304);
        graphics.setFont(new Font(family, Font.BOLD, 19));
        graphics.drawString(role, 60, 332);
        graphics.dispose();
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Mat frame = new Mat(360, 640, opencv_core.CV_8UC3);
        frame.data().put(bytes);
        return frame;
    }

    private static String family(String text) {
        Optional<String> family = Stream.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .filter(name -> new Font(name, Font.BOLD, 24).canDisplayUpTo(text) < 0)
                .sorted((a, b) -> Boolean.compare(b.contains("Sans"), a.contains("Sans")))
                .findFirst();
        assumeTrue(family.isPresent(), "no font for Chinese is installed");
        return family.get();
    }
}
