package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillPictureTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1,64,48,0", "6,48,64,1", "3,64,48,2", "8,48,64,3"})
    void aPhotographIsTurnedAsItsExifSays(int orientation, int width, int height, int whiteCorner) throws Exception {
        Path file = MadePicture.jpeg(directory.resolve("p.jpg"), 64, 48, orientation);

        try (FrameReader reader = FrameReader.open(file);
                VideoFrame frame = reader.next().orElseThrow()) {
            Mat image = frame.image();
            assertThat(reader.info().width()).isEqualTo(width).isEqualTo(image.cols());
            assertThat(reader.info().height()).isEqualTo(height).isEqualTo(image.rows());
            int[][] corners = {{4, 4}, {width - 4, 4}, {width - 4, height - 4}, {4, height - 4}};
            for (int corner = 0; corner < 4; corner++) {
                int brightness =
                        image.ptr(corners[corner][1], corners[corner][0]).get() & 0xFF;
                assertThat(brightness > 128)
                        .as("corner %s, clockwise from the upper left", corner)
                        .isEqualTo(corner == whiteCorner);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ÿØÿ", "\u0089PNG\r\n\u001a\n", "RIFF\u0010\0\0\0WEBPVP8 "})
    void aBrokenPictureIsRefusedInOneSentence(String head) throws Exception {
        Path file = Files.write(directory.resolve("p"), head.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> FrameReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(file + " is not a picture that can be decoded: save it again as JPEG or PNG.");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsDecoded() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0}));
        chunk(png, "IDAT", ByteBuffer.allocate(0));
        Path file = Files.write(directory.resolve("p.png"), png.toByteArray());

        assertThatThrownBy(() -> FrameReader.open(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(file + " has 3600 million pixels: scale it down to at most 100 million.");
    }

    private static void chunk(ByteArrayOutputStream out, String type, ByteBuffer content) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(content.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.capacity()).array());
        out.writeBytes(name);
        out.writeBytes(content.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
