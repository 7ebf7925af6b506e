package org.newsreel.extraction.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of markup: a paragraph for each block, with an empty line between, and no scripts, styles or captions. */
final class HtmlText {
    private static final Set<String> SILENT =
            Set.of("script", "style", "noscript", "template", "figure", "nav", "aside", "form", "button", "iframe");

    private HtmlText() {}

    static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    static String of(Element root) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        walk(root, open, paragraphs);
        flush(open, paragraphs);
        return String.join("\n\n", paragraphs);
    }

    private static void walk(Element element, StringBuilder open, List<String> paragraphs) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                open.append(text.getWholeText());
            } else if (child instanceof Element inner && !SILENT.contains(inner.normalName())) {
                boolean breaks = inner.isBlock() || inner.normalName().equals("br");
                if (breaks) {
                    flush(open, paragraphs);
                }
                walk(inner, open, paragraphs);
                if (breaks) {
                    flush(open, paragraphs);
                }
            }
        }
    }

    private static void flush(StringBuilder open, List<String> paragraphs) {
        String text = open.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
        if (!text.isEmpty()) {
            paragraphs.add(text);
        }
        open.setLength(0);
    }
}
