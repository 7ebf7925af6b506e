package org.newsreel.training.world;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Writes clips as H.264 in MP4 with FFmpeg's openh264. The same clip gives the same bytes on the same machine. */
public final class Encoder {
    private final int bitRate;

    /**
     * @param bitRate bits a second that the pictures may take
     */
    public Encoder(int bitRate) {
        this.bitRate = bitRate;
    }

    /** Writes the clip, replacing what was there. */
    public void encode(Clip clip, Path file) {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), clip.width(), clip.height(), 0)) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
            recorder.setVideoCodecName("libopenh264");
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(clip.framesPerSecond());
            recorder.setGopSize(4 * clip.framesPerSecond());
            recorder.setVideoBitrate(bitRate);
            // One thread: slices that several threads share out differ from run to run.
            recorder.setVideoOption("threads", "1");
            recorder.setOption("movflags", "+faststart");
            recorder.setOption("fflags", "+bitexact");
            recorder.start();
            for (Scene scene : clip.scenes()) {
                Renderer renderer = new Renderer(scene, clip.width(), clip.height());
                int frames = (int) Math.round(scene.seconds() * clip.framesPerSecond());
                for (int i = 0; i < frames; i++) {
                    record(recorder, renderer.picture((double) i / clip.framesPerSecond()));
                }
            }
            recorder.stop();
        } catch (FrameRecorder.Exception e) {
            throw new IllegalStateException("FFmpeg could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void record(FFmpegFrameRecorder recorder, BufferedImage picture)
            throws FFmpegFrameRecorder.Exception {
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        try (Frame frame = new Frame(picture.getWidth(), picture.getHeight(), Frame.DEPTH_UBYTE, 3)) {
            ByteBuffer rows = (ByteBuffer) frame.image[0];
            int stride = frame.imageStride;
            for (int y = 0; y < picture.getHeight(); y++) {
                rows.position(y * stride);
                rows.put(pixels, y * 3 * picture.getWidth(), 3 * picture.getWidth());
            }
            rows.rewind();
            recorder.record(frame, avutil.AV_PIX_FMT_BGR24);
        }
    }
}
