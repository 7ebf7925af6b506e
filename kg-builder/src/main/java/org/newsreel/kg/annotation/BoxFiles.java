package org.newsreel.kg.annotation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Region;

/** Boxes in the forms of COCO (cocodataset.org, data format), YOLO (Ultralytics) and LabelMe (version 5). */
final class BoxFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BoxFiles() {}

    private record Framed(ExtractionDocument document, Frames.Frame frame) {}

    private static List<Framed> frames(List<AnnotatedItem> items) {
        List<Framed> framed = new ArrayList<>();
        for (AnnotatedItem item : items) {
            Frames.of(item.document()).forEach(frame -> framed.add(new Framed(item.document(), frame)));
        }
        framed.sort(Comparator.comparing((Framed f) -> f.frame().name())
                .thenComparing(f -> f.document().id()));
        return framed;
    }

    static void coco(List<AnnotatedItem> items, Path directory) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode images = root.putArray("images");
        ArrayNode annotations = root.putArray("annotations");
        ArrayNode categories = root.putArray("categories");
        for (EntityType type : EntityType.values()) {
            categories.addObject().put("id", type.ordinal() + 1).put("name", type.name());
        }
        for (Framed framed : frames(items)) {
            Frames.Frame frame = framed.frame();
            int image = images.size() + 1;
            ObjectNode node = images.addObject()
                    .put("id", image)
                    .put("file_name", frame.file())
                    .put("width", frame.medium().width())
                    .put("height", frame.medium().height())
                    .put("item", frame.item())
                    .put("media", frame.medium().id());
            if (frame.medium().kind() == MediaKind.VIDEO) {
                node.put("frame", frame.frame());
                frame.regions().get(0).t().ifPresent(t -> node.put("time", t));
            }
            for (Region region : frame.regions()) {
                double[] box = frame.pixels(region);
                ObjectNode annotation = annotations
                        .addObject()
                        .put("id", annotations.size())
                        .put("image_id", image)
                        .put("category_id", region.type().ordinal() + 1)
                        .put("area", box[2] * box[3])
                        .put("iscrowd", 0)
                        .put("score", region.confidence())
                        .put("region", region.id())
                        .put("entity", Frames.entity(framed.document(), region));
                ArrayNode bbox = annotation.putArray("bbox");
                for (double edge : box) {
                    bbox.add(edge);
                }
            }
        }
        MAPPER.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("boxes.json").toFile(), root);
    }

    static void yolo(List<AnnotatedItem> items, Path directory) throws IOException {
        Path labels = Files.createDirectories(directory.resolve("labels"));
        for (Framed framed : frames(items)) {
            StringBuilder lines = new StringBuilder();
            for (Region region : framed.frame().regions()) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%d %.6f %.6f %.6f %.6f%n",
                        region.type().ordinal(),
                        region.box().x() + region.box().width() / 2,
                        region.box().y() + region.box().height() / 2,
                        region.box().width(),
                        region.box().height()));
            }
            Files.writeString(
                    labels.resolve(framed.frame().name() + ".txt"),
                    lines.toString().replace("\r", ""));
        }
        StringBuilder names = new StringBuilder("path: .\ntrain: images\nval: images\nnames:\n");
        for (EntityType type : EntityType.values()) {
            names.append("  ").append(type.ordinal()).append(": ").append(type).append('\n');
        }
        Files.writeString(directory.resolve("data.yaml"), names);
    }

    static void labelMe(List<AnnotatedItem> items, Path directory) throws IOException {
        for (Framed framed : frames(items)) {
            Frames.Frame frame = framed.frame();
            ObjectNode root = MAPPER.createObjectNode()
                    .put("version", "5.0.1")
                    .put("imagePath", frame.file())
                    .putNull("imageData")
                    .put("imageHeight", frame.medium().height())
                    .put("imageWidth", frame.medium().width());
            root.putObject("flags");
            ArrayNode shapes = root.putArray("shapes");
            for (Region region : frame.regions()) {
                double[] box = frame.pixels(region);
                ObjectNode shape = shapes.addObject()
                        .put("label", region.type().name())
                        .putNull("group_id")
                        .put("description", Frames.entity(framed.document(), region))
                        .put("shape_type", "rectangle");
                shape.putObject("flags");
                ArrayNode points = shape.putArray("points");
                points.addArray().add(box[0]).add(box[1]);
                points.addArray().add(box[0] + box[2]).add(box[1] + box[3]);
            }
            MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValue(directory.resolve(frame.name() + ".json").toFile(), root);
        }
    }
}
