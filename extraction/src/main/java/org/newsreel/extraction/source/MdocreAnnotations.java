package org.newsreel.extraction.source;

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
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Region;

/**
 * What MDocRE's annotators marked in one sample: brat stand-off in {@code text.ann}, with {@code same_mention} between
 * the mentions of one entity, and boxes in {@code regions.json}, corner to corner in pixels.
 */
final class MdocreAnnotations {
    /** The videos have this many frames a second, and boxes are numbered by frame. */
    static final double FRAME_RATE = 25;

    private static final Pattern MENTION = Pattern.compile("(T\\d+)\t(\\w+) (\\d+) (?:.* )?(\\d+)\t(.*)");
    private static final Pattern RELATION = Pattern.compile("R\\d+\t(\\w+) Arg1:(T\\d+) Arg2:(T\\d+)\\s*");
    private static final String SAME = "same_mention";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Span(String id, EntityType type, int start, int end) {}

    private record Link(String type, String subject, String object) {}

    private final CodePoints points;
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final JsonNode boxes;

    /** @param content the whole {@code text.txt} */
    MdocreAnnotations(DirectoryListing sample, String content) throws UnreadableItemException {
        points = new CodePoints(content);
        Optional<Path> annotations = sample.file("text.ann");
        if (annotations.isPresent()) {
            int number = 0;
            for (String line : Text.read(annotations.get()).content().lines().toList()) {
                number++;
                if (!line.isBlank() && !mention(line) && !relation(line)) {
                    throw new UnreadableItemException(annotations.get() + " has a line " + number
                            + " that is neither a mention of the text nor a relation: take it from the corpus again.");
                }
            }
        }
        Optional<Path> regions = sample.file("regions.json");
        try {
            boxes = regions.isPresent() ? MAPPER.readTree(Files.readAllBytes(regions.get())) : MAPPER.createArrayNode();
        } catch (JacksonException e) {
            throw new UnreadableItemException(regions.get() + " is not valid JSON: take it from the corpus again.");
        } catch (IOException e) {
            throw new UnreadableItemException(regions.get() + " can't be read (" + Reason.of(e) + ").");
        }
    }

    private boolean mention(String line) {
        Matcher matcher = MENTION.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        int start = Integer.parseInt(matcher.group(3));
        int end = Integer.parseInt(matcher.group(4));
        if (start >= end || end > points.length()) {
            return false;
        }
        String id = matcher.group(1);
        spans.put(id, new Span(id, type(matcher.group(2)), start, end));
        parents.put(id, id);
        return points.slice(start, end).replace('\n', ' ').equals(matcher.group(5));
    }

    private boolean relation(String line) {
        Matcher matcher = RELATION.matcher(line);
        if (!matcher.matches() || !spans.containsKey(matcher.group(2)) || !spans.containsKey(matcher.group(3))) {
            return false;
        }
        if (matcher.group(1).equals(SAME)) {
            parents.put(root(matcher.group(2)), root(matcher.group(3)));
        } else {
            links.add(new Link(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return true;
    }

    private String root(String mention) {
        String above = parents.get(mention);
        return above.equals(mention) ? mention : root(above);
    }

    private static EntityType type(String name) {
        return switch (name) {
            case "Person" -> EntityType.PER;
            case "Location" -> EntityType.LOC;
            case "Organization" -> EntityType.ORG;
            default -> EntityType.MISC;
        };
    }

    /** What was marked in one part of the text, with the boxes, which belong to every part. */
    GoldDocument of(MdocreText.Part part, NewsItem item) {
        int from = points.toOffset(part.start());
        int to = points.toOffset(part.start() + part.content().length());
        GoldBuilder gold = new GoldBuilder(part.content());
        Map<String, Integer> chains = new LinkedHashMap<>();
        spans.values().stream().filter(s -> s.start() >= from && s.end() <= to).forEach(span -> {
            int chain = chains.computeIfAbsent(root(span.id()), key -> gold.chain(span.type()));
            gold.mention(chain, span.start() - from, span.end() - from);
        });
        for (Link link : links) {
            Integer subject = chains.get(root(link.subject()));
            Integer object = chains.get(root(link.object()));
            if (subject != null && object != null) {
                gold.relation(subject, object, link.type());
            }
        }
        GoldDocument words = gold.build(item);
        return new GoldDocument(item, words.mentions(), words.chains(), words.relations(), regions(item));
    }

    private List<Region> regions(NewsItem item) {
        List<Region> regions = new ArrayList<>();
        for (JsonNode node : boxes) {
            int frame = node.path("frame").asInt();
            Optional<MediaFile> medium = item.media().stream()
                    .filter(m -> m.kind() == MediaKind.VIDEO || frameOf(m) == frame)
                    .findFirst();
            if (medium.isPresent()) {
                boolean video = medium.get().kind() == MediaKind.VIDEO;
                regions.add(new Region(
                        "g" + regions.size(),
                        type(node.path("type").asText()),
                        medium.get().id(),
                        video ? frame : 0,
                        video ? OptionalDouble.of(frame / FRAME_RATE) : OptionalDouble.empty(),
                        box(node),
                        Optional.empty(),
                        1,
                        Optional.empty()));
            }
        }
        return regions;
    }

    private static int frameOf(MediaFile picture) {
        try {
            return Integer.parseInt(DirectoryListing.base(picture.file()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Corners in pixels to a box in fractions. */
    private static Box box(JsonNode node) {
        double width = node.path("width").asDouble();
        double height = node.path("height").asDouble();
        double left = clamp(node.path("box").path(0).asDouble() / width);
        double top = clamp(node.path("box").path(1).asDouble() / height);
        double right = clamp(node.path("box").path(2).asDouble() / width);
        double bottom = clamp(node.path("box").path(3).asDouble() / height);
        return new Box(left, top, right - left, bottom - top);
    }

    private static double clamp(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
