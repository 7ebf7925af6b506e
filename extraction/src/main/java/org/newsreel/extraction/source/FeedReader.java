package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** RSS 2.0 and Atom, whose enclosures lie beside the file. */
final class FeedReader implements DocumentReader {
    @Override
    public List<Article> read(Path file) throws UnreadableItemException {
        Element root = Xml.root(file);
        List<Article> articles = new ArrayList<>();
        if (root.getLocalName().equals("feed")) {
            Xml.children(root, "entry").forEach(entry -> articles.add(atom(entry, root)));
        } else {
            Element channel = Xml.child(root, "channel").orElse(root);
            Xml.all(root, "item").forEach(item -> articles.add(rss(item, channel)));
        }
        if (articles.isEmpty()) {
            throw new UnreadableItemException(file + " holds no news: it is a feed without items.");
        }
        return articles;
    }

    private static Article rss(Element item, Element channel) {
        Optional<String> link = Xml.text(item, "link");
        return new Article(
                Xml.text(item, "guid").or(() -> link),
                Xml.text(item, "language").or(() -> Xml.text(channel, "language")),
                Xml.text(item, "title"),
                Xml.text(item, "pubDate").map(FeedReader::iso).or(() -> Xml.text(item, "date")),
                Xml.text(channel, "title"),
                link,
                Xml.text(item, "encoded")
                        .or(() -> Xml.text(item, "description"))
                        .map(HtmlText::of)
                        .orElse(""),
                Stream.concat(Xml.all(item, "enclosure").stream(), Xml.all(item, "content").stream())
                        .flatMap(medium -> Xml.attribute(medium, "url").stream())
                        .distinct()
                        .map(List::of)
                        .toList());
    }

    private static Article atom(Element entry, Element feed) {
        Optional<Element> content = Xml.child(entry, "content").or(() -> Xml.child(entry, "summary"));
        Optional<String> link = Xml.children(entry, "link").stream()
                .filter(l -> Xml.attribute(l, "rel").orElse("alternate").equals("alternate"))
                .flatMap(l -> Xml.attribute(l, "href").stream())
                .findFirst();
        return new Article(
                Xml.text(entry, "id").or(() -> link),
                Xml.attribute(entry, "xml:lang").or(() -> Xml.attribute(feed, "xml:lang")),
                Xml.text(entry, "title"),
                Xml.text(entry, "published").or(() -> Xml.text(entry, "updated")),
                Xml.text(feed, "title"),
                link,
                content.map(FeedReader::words).orElse(""),
                Xml.children(entry, "link").stream()
                        .filter(l -> l.getAttribute("rel").equals("enclosure"))
                        .flatMap(l -> Xml.attribute(l, "href").stream())
                        .map(List::of)
                        .toList());
    }

    private static String words(Element content) {
        return switch (Xml.attribute(content, "type").orElse("text")) {
            case "html", "text/html" -> HtmlText.of(content.getTextContent());
            case "xhtml" -> Xml.paragraphs(content);
            default -> content.getTextContent().strip();
        };
    }

    /** RFC 822's dates with four digits of a year, as feeds have them. */
    private static String iso(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            return date;
        }
    }
}
