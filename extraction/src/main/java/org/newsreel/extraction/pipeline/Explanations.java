package org.newsreel.extraction.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.newsreel.extraction.network.HeatMap;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.voter.Looked;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Relation;

/**
 * Writes how networks came to relations: for each network and relation {@code ITEM-RELATION-MODEL.json} with the weights
 * of words and frames, the gates and the map in numbers, and, where there is a map, {@code .png} with the map over its
 * frame.
 */
public final class Explanations {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Explanations() {}

    /**
     * Writes what there is to explain of an item.
     *
     * @return how many files were written
     * @throws IOException when the directory can't be written to
     */
    public static int write(Path directory, NewsItem item, ExtractionResult result) throws IOException {
        Files.createDirectories(directory);
        int files = 0;
        for (Relation relation : result.document().relations()) {
            for (Looked looked : result.looks().getOrDefault(relation.id(), List.of())) {
                String name = safe(item.id() + "-" + relation.id() + "-" + looked.model());
                ObjectNode json = json(result.document(), relation, looked);
                Optional<BufferedImage> shown = shown(item, looked);
                if (shown.isPresent()) {
                    ImageIO.write(
                            shown.get(), "png", directory.resolve(name + ".png").toFile());
                    json.put("picture", name + ".png");
                    files++;
                }
                Files.writeString(
                        directory.resolve(name + ".json"),
                        MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
                files++;
            }
        }
        return files;
    }

    private static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    }

    private static ObjectNode json(ExtractionDocument document, Relation relation, Looked looked) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("item", document.id());
        json.put("relation", relation.id());
        json.put("type", relation.type());
        json.put("subject", name(document, relation.subject()));
        json.put("object", name(document, relation.object()));
        json.put("confidence", relation.confidence());
        json.put("model", looked.model());
        CodePoints points = new CodePoints(document.text());
        ArrayNode words = json.putArray("words");
        for (Looked.Word word : looked.words()) {
            words.addObject()
                    .put("text", points.slice(word.start(), word.end()))
                    .put("start", word.start())
                    .put("end", word.end())
                    .put("weight", Weights.rounded(word.weight()));
        }
        ArrayNode frames = json.putArray("frames");
        for (Looked.Frame frame : looked.frames()) {
            frames.addObject()
                    .put("media", frame.media())
                    .put("frame", frame.frame())
                    .put("weight", Weights.rounded(frame.weight()));
        }
        ObjectNode gates = json.putObject("gates");
        looked.gates().forEach((gate, value) -> gates.put(gate, Weights.rounded(value)));
        looked.map().ifPresent(where -> {
            HeatMap map = where.map();
            ObjectNode node = json.putObject("map");
            node.put("media", where.sight().media());
            node.put("frame", where.sight().frame());
            where.sight().time().ifPresent(t -> node.put("t", t));
            node.put("rows", map.rows()).put("columns", map.columns());
            ArrayNode values = node.putArray("values");
            for (float value : map.values()) {
                values.add(value);
            }
        });
        return json;
    }

    private static String name(ExtractionDocument document, String chain) {
        return document.chains().stream()
                .filter(c -> c.id().equals(chain))
                .map(EntityChain::name)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<BufferedImage> shown(NewsItem item, Looked looked) {
        return looked.map().flatMap(where -> item.media().stream()
                .filter(m -> m.id().equals(where.sight().media()))
                .map(MediaFile::file)
                .findFirst()
                .flatMap(file -> FramePicture.of(file, where.sight().frame()))
                .map(where.map()::over));
    }
}
