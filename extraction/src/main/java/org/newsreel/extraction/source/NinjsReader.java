package org.newsreel.extraction.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** IPTC's ninjs, versions 1.x and 2.x: an object, or an array of them. */
final class NinjsReader implements DocumentReader {
    @Override
    public List<Article> read(Path file) throws UnreadableItemException {
        JsonNode root = ItemFields.parse(file, 64L << 20);
        List<Article> articles = new ArrayList<>();
        for (JsonNode item : root.isArray() ? root : List.of(root)) {
            if (!item.isObject()) {
                throw new UnreadableItemException(file + " is not ninjs: it must be a JSON object, or a list of them.");
            }
            articles.add(article(item));
        }
        if (articles.isEmpty()) {
            throw new UnreadableItemException(file + " holds no news: it is an empty list.");
        }
        return articles;
    }

    private static Article article(JsonNode item) {
        List<List<String>> media = new ArrayList<>();
        renditions(item).ifPresent(media::add);
        associations(item).forEach(associated -> renditions(associated).ifPresent(media::add));
        Optional<String> uri = text(item, "uri");
        return new Article(
                uri.or(() -> text(item, "guid")),
                text(item, "language"),
                text(item, "headline").or(() -> best(item.path("headlines"))).or(() -> text(item, "title")),
                text(item, "firstcreated")
                        .or(() -> text(item, "contentcreated"))
                        .or(() -> text(item, "versioncreated")),
                source(item),
                text(item, "url").or(() -> uri.filter(u -> u.matches("https?://.*"))),
                words(item),
                media);
    }

    private static String words(JsonNode item) {
        return text(item, "body_text")
                .or(() -> text(item, "body_xhtml")
                        .or(() -> text(item, "body_html"))
                        .map(HtmlText::of))
                .or(() -> body(item.path("bodies")))
                .or(() -> text(item, "description_text").or(() -> best(item.path("descriptions"))))
                .orElse("");
    }

    /** Version 2: plain text before markup. */
    private static Optional<String> body(JsonNode bodies) {
        for (boolean plain : new boolean[] {true, false}) {
            for (JsonNode body : bodies) {
                String type = body.path("contenttype").asText("").toLowerCase(Locale.ROOT);
                Optional<String> value = text(body, "value");
                if (value.isPresent() && plain != type.contains("html")) {
                    return plain ? value : value.map(HtmlText::of);
                }
            }
        }
        return Optional.empty();
    }

    /** Version 2: the main one, else the first. */
    private static Optional<String> best(JsonNode values) {
        Optional<String> first = Optional.empty();
        for (JsonNode value : values) {
            Optional<String> text = text(value, "value");
            if (value.path("role").asText("").equals("main") && text.isPresent()) {
                return text;
            }
            first = first.or(() -> text);
        }
        return first;
    }

    private static Optional<String> source(JsonNode item) {
        return text(item, "source")
                .or(() -> text(item.path("infosources").path(0), "name"))
                .or(() -> text(item.path("infosource").path(0), "name"))
                .or(() -> text(item, "copyrightholder"));
    }

    private static Stream<JsonNode> associations(JsonNode item) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode value : item.path("associations")) {
            // Version 1 has an object by names, some producers lists in it; version 2 a list.
            if (value.isArray()) {
                value.forEach(all::add);
            } else {
                all.add(value);
            }
        }
        return all.stream();
    }

    /** The addresses of one video or picture, the largest first. */
    private static Optional<List<String>> renditions(JsonNode item) {
        List<JsonNode> all = new ArrayList<>();
        item.path("renditions").forEach(all::add);
        List<String> addresses = all.stream()
                .sorted((a, b) -> Long.compare(pixels(b), pixels(a)))
                .flatMap(rendition -> text(rendition, "href").stream())
                .toList();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(addresses);
    }

    private static long pixels(JsonNode rendition) {
        return rendition.path("width").asLong() * rendition.path("height").asLong();
    }

    private static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }
}
