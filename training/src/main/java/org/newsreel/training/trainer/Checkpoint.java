package org.newsreel.training.trainer;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.model.SafeTensors;
import org.newsreel.extraction.model.SafeTensors.Stored;

/** One file with the trained parameters, the optimiser's state and the number of epochs done. */
final class Checkpoint {
    private static final String EPOCHS = "epochs";
    private static final String PARAMETER = "parameter.";
    private static final String OPTIMISER = "optimiser.";

    private final Path file;

    Checkpoint(Path directory) {
        this.file = directory.resolve("checkpoint.safetensors");
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Writes to a second file first, so that a crash leaves the last checkpoint whole. */
    void save(Map<String, NDArray> parameters, Map<String, NDArray> optimiser, int epochs) {
        Map<String, Stored> arrays = new LinkedHashMap<>();
        arrays.put(EPOCHS, Stored.of(new float[] {epochs}, 1));
        parameters.forEach((name, array) -> arrays.put(PARAMETER + name, stored(array)));
        optimiser.forEach((name, array) -> arrays.put(OPTIMISER + name, stored(array)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        SafeTensors.write(part, arrays);
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint " + file + " can't be written.", e);
        }
    }

    /** Fills the parameters alone. */
    void restoreParameters(Map<String, NDArray> parameters) {
        StrictLoading.copy(parameters, parameters(), origin());
    }

    /** The parameters by name. */
    Map<String, Tensor> parameters() {
        if (!exists()) {
            throw new IllegalArgumentException("There is no checkpoint " + file + ".");
        }
        Map<String, Tensor> trained = new LinkedHashMap<>();
        SafeTensors.read(file).forEach((name, stored) -> {
            if (name.startsWith(PARAMETER)) {
                trained.put(name.substring(PARAMETER.length()), tensor(name, stored));
            }
        });
        return trained;
    }

    /** What messages call it. */
    String origin() {
        return "The checkpoint " + file;
    }

    /** Fills parameters and optimiser and gives the number of epochs done. */
    int restore(Map<String, NDArray> parameters, FusedAdamW optimiser) {
        String origin = origin();
        Map<String, Tensor> trained = new LinkedHashMap<>();
        Map<String, Tensor> state = new LinkedHashMap<>();
        int epochs = -1;
        for (Map.Entry<String, Stored> entry : SafeTensors.read(file).entrySet()) {
            String name = entry.getKey();
            if (name.equals(EPOCHS)) {
                epochs = (int) entry.getValue().floats()[0];
            } else if (name.startsWith(PARAMETER)) {
                trained.put(name.substring(PARAMETER.length()), tensor(name, entry.getValue()));
            } else if (name.startsWith(OPTIMISER)) {
                state.put(name.substring(OPTIMISER.length()), tensor(name, entry.getValue()));
            }
        }
        if (epochs < 0) {
            throw new IllegalArgumentException(origin + " lacks the tensor " + EPOCHS + ".");
        }
        StrictLoading.copy(parameters, trained, origin);
        optimiser.restore(state, origin);
        return epochs;
    }

    private static Stored stored(NDArray array) {
        return Stored.of(array.toFloatArray(), array.getShape().getShape());
    }

    private static Tensor tensor(String name, Stored stored) {
        return new Tensor(name, stored.shape(), FloatBuffer.wrap(stored.floats()), false);
    }
}
