package org.newsreel.api.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.newsreel.api.jobs.Jobs;
import org.newsreel.api.service.Problem;

/**
 * Gives the files of an upload names of ours, under which the readers know what they are: an item's folder, or documents
 * with what they refer to beside them. Media keep the order of the names they came with, so that the same item has the
 * same media ids as from a folder.
 *
 * @param files by our names
 * @param json what else there is to write: {@code item.json} for a folder, and what the files were called
 */
record UploadLayout(Map<String, UploadedFile> files, Map<String, ObjectNode> json) {
    /** The fields of a form that say what {@code item.json} would. */
    static final Set<String> FIELDS = Set.of("id", "headline", "language", "published", "source", "url");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LONGEST_JSON = 1 << 20;
    private static final String ITEM = "item.json";
    private static final String NAMES = Jobs.NAMES;
    private static final Set<String> ARTICLES = Set.of("article.txt", "article.en.txt", "article.zh.txt");

    /**
     * @param sent in any order
     * @param fields of the form, those of {@link #FIELDS}
     * @throws jakarta.ws.rs.WebApplicationException 400 with one sentence when the files make no item
     */
    static UploadLayout of(List<UploadedFile> sent, Map<String, String> fields) {
        List<UploadedFile> sorted = new ArrayList<>(sent);
        sorted.sort(Comparator.comparing(UploadedFile::name));
        Map<FilePart, List<UploadedFile>> parts = new TreeMap<>();
        boolean documents = false;
        for (UploadedFile file : sorted) {
            FilePart part = FilePart.of(file)
                    .orElseThrow(() -> Problem.exception(
                            400,
                            "The file \"" + file.shown() + "\" is of no kind that news items have: send article.txt,"
                                    + " videos, pictures, subtitles, item.json, or a document in JSON, XML or HTML."));
            parts.computeIfAbsent(part, p -> new ArrayList<>()).add(file);
            documents |= part.isDocument(file);
        }
        Map<String, UploadedFile> files = media(parts);
        if (documents) {
            return ofDocuments(parts, files, fields);
        }
        articles(parts.getOrDefault(FilePart.ARTICLE, List.of()), files);
        if (files.isEmpty()) {
            throw Problem.exception(
                    400, "The request brings no news: send an article.txt, videos, pictures, or a document.");
        }
        ObjectNode item = item(parts.getOrDefault(FilePart.JSON, List.of()), fields);
        return new UploadLayout(files, Map.of(ITEM, item, NAMES, names(files)));
    }

    /** What each file was called, which its medium shows, and by which documents refer to it. */
    private static ObjectNode names(Map<String, UploadedFile> files) {
        ObjectNode names = JSON.createObjectNode();
        files.forEach((ours, file) -> names.put(ours, file.shown()));
        return names;
    }

    private static Map<String, UploadedFile> media(Map<FilePart, List<UploadedFile>> parts) {
        Map<String, UploadedFile> files = new LinkedHashMap<>();
        Map<String, String> videos = new LinkedHashMap<>();
        for (UploadedFile video : parts.getOrDefault(FilePart.VIDEO, List.of())) {
            String base = String.format(Locale.ROOT, "video-%03d", videos.size());
            if (videos.put(video.base(), base) != null) {
                throw Problem.exception(
                        400,
                        "Two videos are called \"" + video.shown() + "\" but for their endings:"
                                + " give them different names.");
            }
            files.put(base + "." + video.extension(), video);
        }
        int pictures = 0;
        for (UploadedFile picture : parts.getOrDefault(FilePart.PICTURE, List.of())) {
            files.put(String.format(Locale.ROOT, "picture-%03d.%s", pictures++, picture.extension()), picture);
        }
        for (UploadedFile subtitles : parts.getOrDefault(FilePart.SUBTITLES, List.of())) {
            String video = videos.get(subtitles.base());
            if (video == null || files.put(video + "." + subtitles.extension(), subtitles) != null) {
                throw Problem.exception(
                        400,
                        "The subtitles \"" + subtitles.shown() + "\" belong to no video of their"
                                + " own: call them like their video.");
            }
        }
        return files;
    }

    private static void articles(List<UploadedFile> articles, Map<String, UploadedFile> files) {
        for (UploadedFile article : articles) {
            String name = article.name().toLowerCase(Locale.ROOT);
            String ours = ARTICLES.contains(name) ? name : articles.size() == 1 ? "article.txt" : null;
            if (ours == null || files.put(ours, article) != null) {
                throw Problem.exception(
                        400,
                        "An item has one article in each language: send article.txt,"
                                + " article.en.txt or article.zh.txt, each once, and not \"" + article.shown() + "\".");
            }
        }
    }

    private static UploadLayout ofDocuments(
            Map<FilePart, List<UploadedFile>> parts, Map<String, UploadedFile> media, Map<String, String> fields) {
        if (parts.containsKey(FilePart.ARTICLE) || !fields.isEmpty()) {
            throw Problem.exception(
                    400,
                    "A document in JSON, XML or HTML holds its words and fields itself: send it"
                            + " without article.txt and without fields of the form.");
        }
        Map<String, UploadedFile> files = new LinkedHashMap<>(media);
        int number = 0;
        for (FilePart part : List.of(FilePart.JSON, FilePart.XML, FilePart.HTML)) {
            for (UploadedFile file : parts.getOrDefault(part, List.of())) {
                if (!part.isDocument(file)) {
                    throw Problem.exception(
                            400,
                            "An item.json belongs to an article.txt or to media: send it without"
                                    + " other documents.");
                }
                String ending = part.name().toLowerCase(Locale.ROOT);
                files.put(String.format(Locale.ROOT, "%s%03d.%s", Jobs.NEWS, number++, ending), file);
            }
        }
        return new UploadLayout(files, Map.of(NAMES, names(files)));
    }

    private static ObjectNode item(List<UploadedFile> sent, Map<String, String> fields) {
        if (sent.size() > 1) {
            throw Problem.exception(400, "The request has several item.json: send one.");
        }
        ObjectNode item = sent.isEmpty() ? JSON.createObjectNode() : read(sent.get(0));
        fields.forEach(item::put);
        return item;
    }

    private static ObjectNode read(UploadedFile file) {
        try {
            if (file.bytes() <= LONGEST_JSON
                    && JSON.readTree(Files.readAllBytes(file.file())) instanceof ObjectNode o) {
                return o;
            }
            throw Problem.exception(400, "The item.json must be a JSON object of at most 1 MB.");
        } catch (JsonProcessingException e) {
            throw Problem.exception(
                    400,
                    "The item.json is not valid JSON in UTF-8 at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": correct it.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The id that the sender gave the item, where this is a folder. */
    boolean hasId() {
        JsonNode item = json.get(ITEM);
        return item == null
                || (item.hasNonNull("id") && !item.get("id").asText().isBlank());
    }

    /** Names the item, when the sender did not. */
    void nameItem(String id) {
        json.get(ITEM).put("id", id);
    }

    byte[] bytes(String name) {
        return json.get(name).toString().getBytes(StandardCharsets.UTF_8);
    }
}
