package org.newsreel.extraction.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** IPTC's NewsML-G2: a newsItem, or a newsMessage with several. */
final class NewsmlReader implements DocumentReader {
    @Override
    public List<Article> read(Path file) throws UnreadableItemException {
        Element root = Xml.root(file);
        List<Article> articles = new ArrayList<>();
        if (root.getLocalName().equals("newsItem")) {
            articles.add(article(root));
        } else {
            Xml.all(root, "newsItem").forEach(item -> articles.add(article(item)));
        }
        if (articles.isEmpty()) {
            throw new UnreadableItemException(
                    file + " holds no newsItem of NewsML-G2: check that it is the right file.");
        }
        return articles;
    }

    private static Article article(Element item) {
        Optional<Element> meta = Xml.child(item, "itemMeta");
        Optional<Element> content = Xml.child(item, "contentMeta");
        List<String> words = new ArrayList<>();
        List<List<String>> media = new ArrayList<>();
        Xml.child(item, "contentSet").ifPresent(set -> {
            Xml.children(set, "inlineXML").forEach(xml -> words.add(Xml.paragraphs(xml)));
            Xml.children(set, "inlineData").forEach(data -> Xml.text(data).ifPresent(words::add));
            // Versions of one medium.
            List<String> addresses = Xml.children(set, "remoteContent").stream()
                    .sorted((a, b) -> Long.compare(width(b), width(a)))
                    .flatMap(remote -> Xml.attribute(remote, "href").stream())
                    .toList();
            if (!addresses.isEmpty()) {
                media.add(addresses);
            }
        });
        Optional<String> guid = Xml.attribute(item, "guid");
        return new Article(
                guid,
                content.flatMap(c -> Xml.child(c, "language"))
                        .flatMap(l -> Xml.attribute(l, "tag"))
                        .or(() -> Xml.attribute(item, "xml:lang")),
                content.flatMap(c -> Xml.text(c, "headline")).or(() -> meta.flatMap(m -> Xml.text(m, "title"))),
                content.flatMap(c -> Xml.text(c, "contentCreated"))
                        .or(() -> meta.flatMap(m -> Xml.text(m, "firstCreated")))
                        .or(() -> meta.flatMap(m -> Xml.text(m, "versionCreated"))),
                meta.flatMap(m -> Xml.child(m, "provider"))
                        .flatMap(p -> Xml.text(p, "name").or(() -> Xml.attribute(p, "literal"))),
                guid.filter(g -> g.matches("https?://.*")),
                String.join("\n\n", words),
                media);
    }

    private static long width(Element remote) {
        return Xml.attribute(remote, "width")
                .filter(w -> w.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
