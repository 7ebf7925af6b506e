package org.newsreel.extraction.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page with schema.org's NewsArticle (or another Article), as JSON-LD or as microdata. */
final class HtmlReader implements DocumentReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 8;

    @Override
    public List<Article> read(Path file) throws UnreadableItemException {
        Document page = Jsoup.parse(Text.read(file).content());
        Optional<JsonNode> described = jsonLd(page);
        if (described.isPresent()) {
            return List.of(article(described.get(), page));
        }
        Element article = page.selectFirst("[itemtype~=(?i)schema\\.org/\\w*Article$]");
        if (article == null) {
            throw new UnreadableItemException(file + " describes no schema.org NewsArticle: describe it as JSON-LD, or"
                    + " put the words into a folder as article.txt.");
        }
        return List.of(microdata(article, page));
    }

    private static Optional<JsonNode> jsonLd(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                Optional<JsonNode> found = find(JSON.readTree(script.data()), 0);
                if (found.isPresent()) {
                    return found;
                }
            } catch (JacksonException e) {
                // Pages have broken ones; another may do.
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> find(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        for (JsonNode type : node.path("@type").isArray() ? node.path("@type") : List.of(node.path("@type"))) {
            if (type.asText().matches("(https?://schema\\.org/|schema:)?\\w*Article")) {
                return Optional.of(node);
            }
        }
        for (JsonNode inner : node.isArray() ? node : node.path("@graph")) {
            Optional<JsonNode> found = find(inner, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Article article(JsonNode ld, Document page) {
        Optional<String> url = text(ld, "url")
                .or(() -> text(ld, "mainEntityOfPage"))
                .or(() -> text(ld.path("mainEntityOfPage"), "@id"))
                .or(() -> canonical(page));
        List<List<String>> media = new ArrayList<>();
        addresses(ld.path("video"), media);
        addresses(ld.path("image"), media);
        return new Article(
                text(ld, "@id").or(() -> text(ld, "identifier")).or(() -> url),
                text(ld, "inLanguage").or(() -> language(page)),
                text(ld, "headline").or(() -> text(ld, "name")),
                text(ld, "datePublished"),
                text(ld, "publisher").or(() -> text(ld.path("publisher"), "name")),
                url,
                text(ld, "articleBody").orElseGet(() -> body(page)),
                media);
    }

    private static Article microdata(Element article, Document page) {
        Optional<String> url = property(article, "url").or(() -> canonical(page));
        Element body = article.selectFirst("[itemprop=articleBody]");
        List<List<String>> media = new ArrayList<>();
        for (Element medium : article.select("video[src], video source[src], img[itemprop=image][src]")) {
            media.add(List.of(medium.attr("src")));
        }
        return new Article(
                property(article, "identifier").or(() -> url),
                property(article, "inLanguage").or(() -> language(page)),
                property(article, "headline").or(() -> property(article, "name")),
                property(article, "datePublished"),
                property(article, "publisher"),
                url,
                HtmlText.of(body == null ? article : body),
                media);
    }

    /** Where the page does not repeat its words in its description. */
    private static String body(Document page) {
        for (String place : List.of("[itemprop=articleBody]", "article", "main", "body")) {
            Element element = page.selectFirst(place);
            if (element != null) {
                return HtmlText.of(element);
            }
        }
        return "";
    }

    private static Optional<String> property(Element article, String name) {
        Element element = article.selectFirst("[itemprop=" + name + "]");
        if (element == null) {
            return Optional.empty();
        }
        for (String attribute : List.of("content", "datetime", "href")) {
            if (!element.attr(attribute).isBlank()) {
                return Optional.of(element.attr(attribute).strip());
            }
        }
        Element inner = element.selectFirst("[itemprop=name]");
        return present((inner == null ? element : inner).text());
    }

    private static Optional<String> canonical(Document page) {
        return Optional.ofNullable(page.selectFirst("link[rel=canonical][href]"))
                .flatMap(link -> present(link.attr("href")));
    }

    private static Optional<String> language(Document page) {
        return Optional.ofNullable(page.selectFirst("html[lang]")).flatMap(html -> present(html.attr("lang")));
    }

    private static void addresses(JsonNode value, List<List<String>> media) {
        if (value.isArray()) {
            value.forEach(inner -> addresses(inner, media));
        } else if (value.isTextual()) {
            media.add(List.of(value.asText()));
        } else {
            List<String> addresses = new ArrayList<>();
            text(value, "contentUrl").ifPresent(addresses::add);
            text(value, "url").ifPresent(addresses::add);
            if (!addresses.isEmpty()) {
                media.add(addresses);
            }
        }
    }

    private static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        JsonNode first = value.isArray() ? value.path(0) : value;
        return first.isTextual() ? present(first.asText()) : Optional.empty();
    }

    private static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
