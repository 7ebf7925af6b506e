package org.newsreel.extraction.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.newsreel.ontology.claim.EntityType;

/**
 * A user's own detector: an ONNX file, which OpenCV runs, or a TorchScript archive, which PyTorch runs, with the outputs
 * of YOLOv5, YOLOv8 (and its successors of the same layout) or DETR over COCO's classes or those that {@code
 * detector.json} beside it lists. Not thread safe; owns native memory.
 */
public final class ObjectDetector implements AutoCloseable {
    /** The directory of a detector among the models. */
    public static final String DIRECTORY = "detector";

    private static final List<String> ONNX = List.of(".onnx");
    private static final List<String> TORCH = List.of(".pt", ".pth", ".torchscript");

    private final Path file;
    private final DetectorConfig config;
    private final Engine engine;
    private Optional<Layout> layout;

    private ObjectDetector(Path file, DetectorConfig config, Engine engine) {
        this.file = file;
        this.config = config;
        this.engine = engine;
        this.layout = config.layout();
    }

    /** The detector's file in a directory of models, if there is one. */
    public static Optional<Path> among(Path models) {
        Path directory = models.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> ends(file, ONNX) || ends(file, TORCH))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory " + directory + " can't be read.", e);
        }
    }

    /**
     * Opens a detector.
     *
     * @param file ONNX or TorchScript, by its ending
     * @throws IllegalArgumentException with one sentence when it can't be used
     */
    public static ObjectDetector open(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("There is no detector " + file + ": name an ONNX or TorchScript file.");
        }
        Path directory = file.toAbsolutePath().getParent();
        DetectorConfig config = DetectorConfig.in(directory);
        try {
            if (ends(file, ONNX)) {
                return new ObjectDetector(file, config, new OnnxEngine(file));
            }
            if (ends(file, TORCH)) {
                return new ObjectDetector(file, config, new TorchEngine(file));
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The detector " + file + " can't be loaded: export it again as ONNX (opset 12) or TorchScript.", e);
        }
        throw new IllegalArgumentException(
                "The detector " + file + " ends neither in .onnx nor in .pt, .pth or .torchscript: name it so.");
    }

    private static boolean ends(Path file, List<String> endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** What is in a picture of 8 bits, surest first; things whose box has no area in the picture are left out. */
    public List<Detection> detect(Mat image) {
        Input input = Input.of(image, config.size(), layout.equals(Optional.of(Layout.DETR)));
        List<Scores> outputs;
        try {
            outputs = engine.run(input.values(), config.size());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The detector " + file + " takes no picture of " + config.size() + " by " + config.size()
                            + " points: say its size in " + DetectorConfig.FILE + " beside it.",
                    e);
        }
        if (layout.isEmpty()) {
            layout = Optional.of(recognised(outputs));
            if (layout.get() == Layout.DETR) {
                // It is fed other colours, so this picture has to be looked at again.
                return detect(image);
            }
        }
        List<String> names = config.names(layout.get() == Layout.DETR);
        List<Detection> detections = new ArrayList<>();
        for (Layout.Found found : layout.get().decode(outputs, config.size(), config.least())) {
            if (found.kind() < names.size() && !names.get(found.kind()).isEmpty()) {
                input.box(found)
                        .ifPresent(box -> detections.add(new Detection(names.get(found.kind()), found.score(), box)));
            }
        }
        return detections;
    }

    private Layout recognised(List<Scores> outputs) {
        try {
            return Layout.of(outputs, config.names(outputs.size() == 2).size())
                    .orElseThrow(() -> new IllegalArgumentException("no layout fits"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The detector " + file + " has outputs of another layout than YOLOv5, YOLOv8 or DETR with "
                            + config.names(outputs.size() == 2).size() + " classes: list its classes in "
                            + DetectorConfig.FILE + " beside it.",
                    e);
        }
    }

    /** The kind of entity that things of a class are. */
    public EntityType type(Detection detection) {
        return config.type(detection.label());
    }

    /** The scores below which nothing is reported, in (0, 1]. */
    public double least() {
        return config.least();
    }

    /** The detector's file. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        engine.close();
    }
}
