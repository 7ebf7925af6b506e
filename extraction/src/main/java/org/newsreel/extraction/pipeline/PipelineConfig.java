package org.newsreel.extraction.pipeline;

import java.nio.file.Path;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.media.FrameReader;

/**
 * What a pipeline runs with.
 *
 * @param models directory with one directory for each model
 * @param device {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param every look at every n-th frame of a video, 1 or more
 * @param precision of the text encoder's matrix products
 */
public record PipelineConfig(Path models, String device, int every, Precision precision) {
    public PipelineConfig {
        if (!device.matches("cpu|gpu(:[0-9]+)?")) {
            throw new IllegalArgumentException("a device is cpu, gpu or gpu:N, not " + device);
        }
        if (every < 1) {
            throw new IllegalArgumentException("a step between frames is 1 or more, not " + every);
        }
    }

    /** In 32 bits. */
    public PipelineConfig(Path models, String device, int every) {
        this(models, device, every, Precision.FP32);
    }

    /** On the processor, looking at about one frame a second. */
    public static PipelineConfig of(Path models) {
        return new PipelineConfig(models, "cpu", FrameReader.STEP);
    }
}
