package org.newsreel.extraction.detector;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * What a detector's file does not say of itself: {@code detector.json} beside it, all of it optional.
 *
 * <pre>{@code {"size": 640, "layout": "yolov8", "classes": ["person", "logo"], "types": {"logo": "ORG"}, "least": 0.4}}</pre>
 *
 * @param size side of the square that pictures are fitted into, in points, from 32 to 2048; 640 when nothing is said
 * @param layout {@code yolov5}, {@code yolov8} or {@code detr}; by the outputs' shapes when nothing is said
 * @param classes names in the order of the outputs; COCO's 80 when nothing is said, or its 91 for DETR
 * @param types what kind of entity things of a class are; people are PER and anything else is MISC when nothing is said
 * @param least scores below are dropped, in (0, 1]; 0.4 when nothing is said
 */
record DetectorConfig(
        int size, Optional<Layout> layout, List<String> classes, Map<String, EntityType> types, double least) {
    static final String FILE = "detector.json";

    private static final int USUAL_SIZE = 640;
    private static final double USUAL_LEAST = 0.4;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Written(
            @JsonProperty("size") Integer size,
            @JsonProperty("layout") String layout,
            @JsonProperty("classes") List<String> classes,
            @JsonProperty("types") Map<String, String> types,
            @JsonProperty("least") Double least) {}

    /** What stands in a directory, or the usual. */
    static DetectorConfig in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return new DetectorConfig(USUAL_SIZE, Optional.empty(), List.of(), Map.of(), USUAL_LEAST);
        }
        try {
            Written written = MAPPER.readValue(file.toFile(), Written.class);
            int size = written.size() == null ? USUAL_SIZE : written.size();
            double least = written.least() == null ? USUAL_LEAST : written.least();
            if (size < 32 || size > 2048) {
                throw new IllegalArgumentException(file + " has the size " + size + ": give 32 to 2048 points.");
            }
            if (!(least > 0 && least <= 1)) {
                throw new IllegalArgumentException(
                        file + " has the least score " + least + ": give one above 0, up to 1.");
            }
            return new DetectorConfig(
                    size,
                    Optional.ofNullable(written.layout()).map(name -> layout(file, name)),
                    written.classes() == null ? List.of() : List.copyOf(written.classes()),
                    written.types() == null ? Map.of() : types(file, written.types()),
                    least);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + " is not JSON with size, layout, classes, types and least: mend it or take it away.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read.", e);
        }
    }

    private static Layout layout(Path file, String name) {
        try {
            return Layout.named(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " has the layout " + name + ": give yolov5, yolov8 or detr.", e);
        }
    }

    private static Map<String, EntityType> types(Path file, Map<String, String> names) {
        Map<String, EntityType> types = new java.util.HashMap<>();
        names.forEach((label, name) -> {
            try {
                types.put(label, EntityType.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + " has the type " + name + ": give PER, LOC, ORG or MISC.", e);
            }
        });
        return Map.copyOf(types);
    }

    /** The names of the classes, for a layout. */
    List<String> names(boolean ofDetr) {
        return !classes.isEmpty() ? classes : ofDetr ? CocoClasses.WITH_GAPS : CocoClasses.NAMES;
    }

    EntityType type(String label) {
        return types.getOrDefault(label, label.equals(Detection.PERSON) ? EntityType.PER : EntityType.MISC);
    }
}
