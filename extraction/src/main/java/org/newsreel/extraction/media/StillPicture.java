package org.newsreel.extraction.media;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.newsreel.ontology.claim.MediaKind;

/** A JPEG, PNG or WebP as one frame. OpenCV turns it upright as its EXIF orientation says. */
final class StillPicture implements Frames {
    /** Larger files are no news pictures, and decoding happens in memory. */
    private static final long LARGEST_FILE = 256L << 20;

    private final MediaInfo info;
    private Mat image;

    private StillPicture(Mat image) {
        this.image = image;
        this.info =
                new MediaInfo(MediaKind.IMAGE, image.cols(), image.rows(), Optional.empty(), OptionalDouble.empty());
    }

    static boolean recognises(Path file) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(12);
        } catch (IOException e) {
            throw new MediaException(file + " can't be read: " + e.getMessage() + ".", e);
        }
        return startsWith(head, 0, 0xFF, 0xD8, 0xFF)
                || startsWith(head, 0, 0x89, 'P', 'N', 'G')
                || startsWith(head, 0, 'R', 'I', 'F', 'F') && startsWith(head, 8, 'W', 'E', 'B', 'P');
    }

    private static boolean startsWith(byte[] bytes, int from, int... expected) {
        if (bytes.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    static StillPicture open(Path file) {
        // Decoded from memory: OpenCV would hand the name to the C library in an encoding of its own choice.
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new MediaException(
                        file + " has more than " + (LARGEST_FILE >> 20) + " MB: save the picture smaller.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new MediaException(file + " can't be read: " + e.getMessage() + ".", e);
        }
        PictureSize.check(file, bytes);
        try (BytePointer pointer = new BytePointer(bytes);
                Mat packed = new Mat(1, bytes.length, org.bytedeco.opencv.global.opencv_core.CV_8UC1, pointer)) {
            Mat image = imdecode(packed, IMREAD_COLOR);
            if (image == null || image.empty()) {
                throw broken(file, null);
            }
            return new StillPicture(image);
        } catch (MediaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(file, e);
        }
    }

    private static MediaException broken(Path file, RuntimeException cause) {
        return new MediaException(file + " is not a picture that can be decoded: save it again as JPEG or PNG.", cause);
    }

    @Override
    public MediaInfo info() {
        return info;
    }

    @Override
    public Optional<VideoFrame> next(int skip) {
        if (image == null || skip > 0) {
            return Optional.empty();
        }
        Mat given = image;
        image = null;
        return Optional.of(new VideoFrame(0, OptionalDouble.empty(), given));
    }

    @Override
    public Optional<String> warning() {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (image != null) {
            image.close();
            image = null;
        }
    }
}
