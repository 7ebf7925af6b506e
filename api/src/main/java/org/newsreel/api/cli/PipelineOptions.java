package org.newsreel.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.PipelineConfig;
import picocli.CommandLine.Option;

/** What the extraction runs with. */
final class PipelineOptions {
    @Option(
            names = "--device",
            paramLabel = "cpu|gpu[:N]",
            defaultValue = "cpu",
            description = "What the networks run on (default: ${DEFAULT-VALUE}).")
    String device = "cpu";

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "A directory laid out like extraction/models (default: the models that ship).")
    String models;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "24",
            description = "Look at every Nth frame of a video (default: ${DEFAULT-VALUE}).")
    int every = 24;

    @Option(
            names = "--precision",
            paramLabel = Precision.NAMES,
            defaultValue = "fp32",
            description = "How English text is computed; bf16 is faster on processors that have it, and a little less"
                    + " exact (default: ${DEFAULT-VALUE}).")
    String precision = "fp32";

    static PipelineOptions standard() {
        return new PipelineOptions();
    }

    /** Checks the options and opens the pipeline; models load when the first item needs them. */
    ExtractionPipeline open() {
        if (!device.matches("cpu|gpu(:[0-9]+)?")) {
            throw CommandFailure.wrongCall("--device must be cpu, gpu or gpu:N but is " + device + ".");
        }
        if (every < 1) {
            throw CommandFailure.wrongCall("--every must be at least 1 but is " + every + ".");
        }
        Precision chosen = precision();
        try {
            return ExtractionPipeline.open(new PipelineConfig(directory(), device, every, chosen));
        } catch (RuntimeException e) {
            throw CommandFailure.couldNotStart("the models can't be loaded: " + Newsreel.sentence(e), e);
        }
    }

    private Precision precision() {
        try {
            return Precision.named(precision);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--precision must be fp32 or bf16 but is " + precision + ".");
        }
    }

    private Path directory() {
        if (models == null) {
            return Home.models();
        }
        Path path = Path.of(models);
        if (Files.isDirectory(path)) {
            return path;
        }
        throw CommandFailure.wrongCall(
                "--models " + models + " is no directory: name one laid out like extraction/models.");
    }
}
