package org.newsreel.extraction.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import java.util.function.ObjIntConsumer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Encodes small videos whose frames tell their number: frame {@code n} is black with a white block in column
 * {@code n % 16} of 16, in its upper half.
 */
public final class MadeVideo {
    static final int COLUMNS = 16;

    private final Path file;
    private int width = 160;
    private int height = 96;
    private double rate = 25;
    private int gop = 12;
    private IntToLongFunction micros;
    private Consumer<FFmpegFrameRecorder> setting = r -> {};
    private ObjIntConsumer<Mat> painter = this::draw;

    private MadeVideo(Path file) {
        this.file = file;
        this.micros = n -> Math.round(n * 1_000_000.0 / rate);
    }

    public static MadeVideo in(Path file) {
        return new MadeVideo(file);
    }

    public MadeVideo size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        return this;
    }

    public MadeVideo rate(double newRate) {
        rate = newRate;
        return this;
    }

    public MadeVideo gop(int newGop) {
        gop = newGop;
        return this;
    }

    /** Presentation time of each frame in microseconds, for a rate that varies. */
    public MadeVideo times(IntToLongFunction newMicros) {
        micros = newMicros;
        return this;
    }

    /** What each frame shows instead of its number. */
    public MadeVideo painted(ObjIntConsumer<Mat> newPainter) {
        painter = newPainter;
        return this;
    }

    public MadeVideo with(Consumer<FFmpegFrameRecorder> more) {
        setting = setting.andThen(more);
        return this;
    }

    /** A display matrix that shows the pictures turned clockwise by this many degrees. */
    public MadeVideo shownTurned(int degrees) {
        int[] matrix = new int[9];
        // FFmpeg counts the angle anticlockwise and warns that the function takes the inverse.
        avutil.av_display_rotation_set(matrix, degrees);
        ByteBuffer bytes = ByteBuffer.allocateDirect(9 * Integer.BYTES).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(matrix);
        return with(r -> r.setVideoSideData("Display Matrix", bytes));
    }

    public Path frames(int count) throws Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), width, height);
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
                Mat picture = new Mat(height, width, CV_8UC3)) {
            recorder.setVideoCodec(
                    file.toString().endsWith(".webm") ? avcodec.AV_CODEC_ID_VP8 : avcodec.AV_CODEC_ID_H264);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(rate);
            recorder.setGopSize(gop);
            recorder.setVideoBitrate(400_000);
            setting.accept(recorder);
            recorder.start();
            for (int n = 0; n < count; n++) {
                painter.accept(picture, n);
                Frame frame = converter.convert(picture);
                recorder.setTimestamp(micros.applyAsLong(n));
                recorder.record(frame);
                if (recorder.getAudioChannels() > 0) {
                    recorder.recordSamples(silence(recorder, rate));
                }
            }
            recorder.stop();
        }
        return file;
    }

    /** A file with sound and no pictures. */
    public static Path sound(Path file, double seconds) throws Exception {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), 1)) {
            recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
            recorder.setSampleRate(44_100);
            recorder.start();
            for (int i = 0; i < seconds * 10; i++) {
                recorder.recordSamples(silence(recorder, 10));
            }
            recorder.stop();
        }
        return file;
    }

    private static ShortBuffer silence(FFmpegFrameRecorder recorder, double rate) {
        return ShortBuffer.allocate((int) (recorder.getSampleRate() / rate) * recorder.getAudioChannels());
    }

    private void draw(Mat picture, int n) {
        int block = width / COLUMNS;
        try (Scalar black = new Scalar(0, 0, 0, 0);
                Scalar white = new Scalar(255, 255, 255, 0);
                Rect rect = new Rect(n % COLUMNS * block, 0, block, height / 2);
                Mat part = new Mat(picture, rect)) {
            picture.put(black);
            part.put(white);
        }
    }

    /** The number modulo 16 that a frame as stored shows. */
    static int numberIn(Mat picture) {
        int block = picture.cols() / COLUMNS;
        int best = 0;
        for (int n = 1; n < COLUMNS; n++) {
            if (brightness(picture, n, block) > brightness(picture, best, block)) {
                best = n;
            }
        }
        return best;
    }

    private static int brightness(Mat picture, int column, int block) {
        return picture.ptr(picture.rows() / 4, column * block + block / 2).get() & 0xFF;
    }
}
