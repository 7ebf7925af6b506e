package org.newsreel.extraction.detector;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.newsreel.extraction.layer.TorchOps;

/** TorchScript by DJL, on the processor. */
final class TorchEngine implements Engine {
    private final Model model;

    TorchEngine(Path file) {
        TorchOps.inferOnThisThread();
        model = Model.newInstance("detector", Device.cpu(), "PyTorch");
        try {
            model.load(file.toAbsolutePath().getParent(), file.getFileName().toString());
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new IllegalArgumentException("PyTorch does not read it", e);
        }
    }

    @Override
    public List<Scores> run(float[] input, int size) {
        TorchOps.inferOnThisThread();
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray picture = manager.create(input, new Shape(1, 3, size, size));
            NDList outputs = model.getBlock().forward(new ParameterStore(manager, false), new NDList(picture), false);
            return outputs.stream()
                    .map(output -> new Scores(output.getShape().getShape(), output.toFloatArray()))
                    .toList();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
