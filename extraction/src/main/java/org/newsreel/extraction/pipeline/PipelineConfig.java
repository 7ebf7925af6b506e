package org.newsreel.extraction.pipeline;

import java.nio.file.Path;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.shot.SamplingPolicy;

/**
 * What a pipeline runs with.
 *
 * @param models directory with one directory for each model
 * @param device {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param frames which frames of a video are looked at
 * @param precision of the text encoder's matrix products
 */
public record PipelineConfig(Path models, String device, SamplingPolicy frames, Precision precision) {
    public PipelineConfig {
        if (!device.matches("cpu|gpu(:[0-9]+)?")) {
            throw new IllegalArgumentException("a device is cpu, gpu or gpu:N, not " + device);
        }
    }

    /** In 32 bits, looking at every n-th frame. */
    public PipelineConfig(Path models, String device, int every) {
        this(models, device, new SamplingPolicy.EveryNth(every), Precision.FP32);
    }

    /** On the processor, in 32 bits, looking at the frames that {@link SamplingPolicy#STANDARD} chooses. */
    public static PipelineConfig of(Path models) {
        return new PipelineConfig(models, "cpu", SamplingPolicy.STANDARD, Precision.FP32);
    }
}
