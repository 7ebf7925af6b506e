package org.newsreel.extraction.pipeline;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Optional;
import org.newsreel.extraction.detector.ObjectDetector;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.shot.SamplingPolicy;

/**
 * What a pipeline runs with.
 *
 * @param roles which models fill which role, and where models are
 * @param device {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param frames which frames of a video are looked at
 * @param precision of the text encoder's matrix products
 * @param detector an ONNX or TorchScript file that finds people and things; without one the file in the models' directory
 *     {@code detector}, if there is one
 */
public record PipelineConfig(
        RolePlan roles, String device, SamplingPolicy frames, Precision precision, Optional<Path> detector) {
    public PipelineConfig {
        if (!device.matches("cpu|gpu(:[0-9]+)?")) {
            throw new IllegalArgumentException("a device is cpu, gpu or gpu:N, not " + device);
        }
    }

    /** With the detector among the models, if there is one. */
    public PipelineConfig(RolePlan roles, String device, SamplingPolicy frames, Precision precision) {
        this(roles, device, frames, precision, ObjectDetector.among(roles.models()));
    }

    /** With a detector. */
    public PipelineConfig withDetector(Path file) {
        return new PipelineConfig(roles, device, frames, precision, Optional.of(file));
    }

    /** With the usual models of a directory in all roles. */
    public PipelineConfig(Path models, String device, SamplingPolicy frames, Precision precision) {
        this(RolePlan.standard(models), device, frames, precision);
    }

    /** In 32 bits, looking at every n-th frame. */
    public PipelineConfig(Path models, String device, int every) {
        this(models, device, new SamplingPolicy.EveryNth(every), Precision.FP32);
    }

    /** On the processor, in 32 bits, looking at the frames that {@link SamplingPolicy#STANDARD} chooses. */
    public static PipelineConfig of(Path models) {
        return of(RolePlan.standard(models));
    }

    /** On the processor, in 32 bits, looking at the frames that {@link SamplingPolicy#STANDARD} chooses. */
    public static PipelineConfig of(RolePlan roles) {
        return new PipelineConfig(roles, "cpu", SamplingPolicy.STANDARD, Precision.FP32);
    }

    /** Directory with one directory for each model. */
    public Path models() {
        return roles.models();
    }

    /** The device in DJL's terms. */
    Device djlDevice() {
        if (device.equals("cpu")) {
            return Device.cpu();
        }
        return Device.gpu(device.equals("gpu") ? 0 : Integer.parseInt(device.substring("gpu:".length())));
    }
}
