package org.newsreel.kg.annotation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;

/**
 * Reads the boxes that annotators left, by the frame's file name: COCO's {@code boxes.json}, or LabelMe's files. A box that
 * sticks out of its frame is cut to it.
 */
final class BoxReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BoxReader() {}

    /**
     * A box that came back.
     *
     * @param region id of the region that it went out as; empty for a new one, and always with LabelMe
     */
    record Drawn(EntityType type, Box box, Optional<String> region) {}

    /** Boxes by frame, as {@link Frames.Frame#file()} names it; frames without any are there too. */
    static Map<String, List<Drawn>> read(AnnotationFormat format, Path directory) throws IOException {
        Map<String, List<Drawn>> frames = new LinkedHashMap<>();
        if (format == AnnotationFormat.COCO) {
            coco(directory.resolve("boxes.json"), frames);
        } else {
            try (var files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    labelMe(file, frames);
                }
            }
        }
        return frames;
    }

    private static void coco(Path file, Map<String, List<Drawn>> frames) throws IOException {
        JsonNode root = tree(file);
        Map<Integer, String> categories = new LinkedHashMap<>();
        root.path("categories")
                .forEach(
                        c -> categories.put(c.path("id").asInt(), c.path("name").asText()));
        Map<Integer, JsonNode> images = new LinkedHashMap<>();
        for (JsonNode image : root.path("images")) {
            images.put(image.path("id").asInt(), image);
            frames.put(image.path("file_name").asText(), new ArrayList<>());
        }
        for (JsonNode annotation : root.path("annotations")) {
            String what = file + ", annotation " + annotation.path("id").asText();
            JsonNode image = images.get(annotation.path("image_id").asInt(-1));
            if (image == null || annotation.path("bbox").size() != 4) {
                throw new IllegalArgumentException(what + " has no image or no bbox of four numbers");
            }
            JsonNode box = annotation.path("bbox");
            String region = annotation.path("region").asText("");
            frames.get(image.path("file_name").asText())
                    .add(new Drawn(
                            type(categories.get(annotation.path("category_id").asInt(-1)), what),
                            box(
                                    box.get(0),
                                    box.get(1),
                                    box.get(2).asDouble(),
                                    box.get(3).asDouble(),
                                    image,
                                    what),
                            region.isEmpty() ? Optional.empty() : Optional.of(region)));
        }
    }

    private static void labelMe(Path file, Map<String, List<Drawn>> frames) throws IOException {
        JsonNode root = tree(file);
        List<Drawn> drawn = frames.computeIfAbsent(root.path("imagePath").asText(), name -> new ArrayList<>());
        for (JsonNode shape : root.path("shapes")) {
            String what = file + ", shape " + shape.path("label").asText();
            JsonNode points = shape.path("points");
            if (!shape.path("shape_type").asText().equals("rectangle") || points.size() != 2) {
                throw new IllegalArgumentException(what + " is no rectangle of two points");
            }
            double wide = points.at("/1/0").asDouble() - points.at("/0/0").asDouble();
            double high = points.at("/1/1").asDouble() - points.at("/0/1").asDouble();
            JsonNode x = points.at(wide < 0 ? "/1/0" : "/0/0");
            JsonNode y = points.at(high < 0 ? "/1/1" : "/0/1");
            JsonNode size = MAPPER.createObjectNode()
                    .put("width", root.path("imageWidth").asInt())
                    .put("height", root.path("imageHeight").asInt());
            drawn.add(new Drawn(
                    type(shape.path("label").asText(), what),
                    box(x, y, Math.abs(wide), Math.abs(high), size, what),
                    Optional.empty()));
        }
    }

    private static Box box(JsonNode x, JsonNode y, double wide, double high, JsonNode image, String what) {
        double frameWide = image.path("width").asDouble();
        double frameHigh = image.path("height").asDouble();
        double left = Math.max(0, x.asDouble() / frameWide);
        double top = Math.max(0, y.asDouble() / frameHigh);
        double right = Math.min(1, (x.asDouble() + wide) / frameWide);
        double bottom = Math.min(1, (y.asDouble() + high) / frameHigh);
        if (!(frameWide > 0 && frameHigh > 0 && right > left && bottom > top)) {
            throw new IllegalArgumentException(what + " lies outside its frame");
        }
        return new Box(left, top, right - left, bottom - top);
    }

    private static EntityType type(String name, String what) {
        try {
            return EntityType.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    what + " has the class " + name + ": use PER, LOC, ORG, TIME or MISC", e);
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is no JSON (" + e.getOriginalMessage() + ")", e);
        }
    }
}
