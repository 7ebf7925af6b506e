package org.newsreel.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.PipelineConfig;
import org.newsreel.extraction.pipeline.RolePlan;
import org.newsreel.extraction.shot.SamplingPolicy;
import picocli.CommandLine.Option;

/** What the extraction runs with. */
public final class PipelineOptions {
    @Option(
            names = "--device",
            paramLabel = "cpu|gpu[:N]",
            defaultValue = "cpu",
            description = "What the networks run on (default: ${DEFAULT-VALUE}).")
    String device = "cpu";

    @Option(
            names = "--models",
            paramLabel = "NAMES",
            description = {
                "Which models fill which role (default: the models that ship).",
                "DIR: a directory laid out like extraction/models.",
                "NAME: a model that joins them, as models list calls it, or its own directory.",
                "ROLE=NAME: entities, chains, relations or regions by this model; text and faces are what ships.",
                "relations=text+NAME*2: several vote, by weight; regions of several are put together.",
                "All of these between commas, DIR first."
            })
    String models;

    @Option(
            names = "--frames",
            paramLabel = SamplingPolicy.FORMS,
            description =
                    "Which frames of a video are looked at: every Nth, one each S seconds, or by shot and at least"
                            + " each S seconds while the picture changes (default: second:1).")
    String frames;

    @Option(names = "--every", paramLabel = "N", hidden = true, description = "Short for --frames every:N.")
    Integer every;

    @Option(
            names = "--precision",
            paramLabel = Precision.NAMES,
            defaultValue = "fp32",
            description = "How English text is computed; bf16 is faster on processors that have it, and a little less"
                    + " exact (default: ${DEFAULT-VALUE}).")
    String precision = "fp32";

    @Option(
            names = "--detector",
            paramLabel = "FILE",
            description =
                    "Your own detector of people and things, ONNX or TorchScript with the outputs of YOLOv5, YOLOv8 or"
                            + " DETR (default: the one in the models' directory detector, else OpenCV's means).")
    Path detector;

    static PipelineOptions standard() {
        return new PipelineOptions();
    }

    /** Checks the options and opens the pipeline; models load when the first item needs them. */
    ExtractionPipeline open() {
        PipelineConfig config = config();
        try {
            return ExtractionPipeline.open(config);
        } catch (RuntimeException e) {
            throw CommandFailure.couldNotStart("the models can't be loaded: " + Newsreel.sentence(e), e);
        }
    }

    /** Checks the options and says what a pipeline is to run with; nothing is loaded. */
    public PipelineConfig config() {
        if (!device.matches("cpu|gpu(:[0-9]+)?")) {
            throw CommandFailure.wrongCall("--device must be cpu, gpu or gpu:N but is " + device + ".");
        }
        SamplingPolicy sampling = sampling();
        Precision chosen = precision();
        RolePlan plan = roles();
        PipelineConfig config = new PipelineConfig(plan, device, sampling, chosen);
        if (detector != null && !Files.isRegularFile(detector)) {
            throw CommandFailure.wrongCall("--detector " + detector + " is no file: name one in ONNX or TorchScript.");
        }
        return detector == null ? config : config.withDetector(detector);
    }

    private SamplingPolicy sampling() {
        if (every != null && frames != null) {
            throw CommandFailure.wrongCall("--every N means --frames every:N: give one of them.");
        }
        if (every != null && every < 1) {
            throw CommandFailure.wrongCall("--every must be at least 1 but is " + every + ".");
        }
        if (every != null) {
            return new SamplingPolicy.EveryNth(every);
        }
        try {
            return frames == null ? SamplingPolicy.STANDARD : SamplingPolicy.parse(frames);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--frames: " + e.getMessage() + ".");
        }
    }

    private Precision precision() {
        try {
            return Precision.named(precision);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--precision must be fp32 or bf16 but is " + precision + ".");
        }
    }

    private RolePlan roles() {
        if (models == null) {
            return RolePlan.standard(Home.models());
        }
        try {
            return RolePlan.parse(models, Home.models());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--models " + models + ": " + e.getMessage() + ".");
        }
    }
}
