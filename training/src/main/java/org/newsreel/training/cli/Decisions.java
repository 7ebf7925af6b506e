package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.TextNetworkConfig;

/**
 * What was decided on documents that a model had not seen, for a model that is trained on all.
 *
 * @param chainThreshold least mean link score at which two clusters are joined
 * @param relations calibration of M3D's relations
 */
record Decisions(double chainThreshold, Calibration relations) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Decisions read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), Decisions.class);
        } catch (IOException e) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "The file " + file + " does not hold decisions as train --cross-validate writes them.",
                    e);
        }
    }

    void write(Path file) {
        try {
            MAPPER.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
    }

    TextNetworkConfig in(TextNetworkConfig config) {
        return config.withChainThreshold(chainThreshold).withCalibration("m3d", relations);
    }
}
