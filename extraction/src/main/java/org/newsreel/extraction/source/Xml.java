package org.newsreel.extraction.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * XML without document types, so without entities: nothing is fetched, read or blown up. Elements are looked for by their
 * local names, because producers differ in namespaces more than in names.
 */
final class Xml {
    private static final long LARGEST = 64L << 20;

    private Xml() {}

    static Element root(Path file) throws UnreadableItemException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableItemException(
                        file + " has more than " + (LARGEST >> 20) + " MB: split it into several files.");
            }
            DocumentBuilder builder = factory().newDocumentBuilder();
            // The default one prints to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in).getDocumentElement();
        } catch (SAXParseException e) {
            throw new UnreadableItemException(file + " can't be read as XML at line " + e.getLineNumber() + ", column "
                    + e.getColumnNumber() + ": correct it"
                    + (String.valueOf(e.getMessage()).contains("DOCTYPE") ? ", and leave out the DOCTYPE." : "."));
        } catch (SAXException e) {
            throw new UnreadableItemException(file + " can't be read as XML: correct it.");
        } catch (IOException e) {
            throw new UnreadableItemException(file + " can't be read (" + Reason.of(e) + "): check its permissions.");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has a parser that can be secured", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** The child elements of this local name. */
    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** All elements of this local name below, in the document's order. */
    static List<Element> all(Element root, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** What a child says in words. */
    static Optional<String> text(Element parent, String name) {
        return child(parent, name).flatMap(Xml::text);
    }

    static Optional<String> text(Element element) {
        return present(element.getTextContent());
    }

    static Optional<String> attribute(Element element, String name) {
        return present(element.getAttribute(name));
    }

    private static Optional<String> present(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** The words of XHTML, NITF and their like: a paragraph for each element that paragraphs are made of. */
    static String paragraphs(Element body) {
        List<String> paragraphs = new ArrayList<>();
        collect(body, paragraphs);
        return paragraphs.isEmpty()
                ? text(body).map(t -> t.replaceAll("\\s+", " ")).orElse("")
                : String.join("\n\n", paragraphs);
    }

    private static final java.util.Set<String> PARAGRAPHS =
            java.util.Set.of("p", "h2", "h3", "h4", "hl2", "li", "blockquote", "td");

    private static void collect(Element element, List<String> paragraphs) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (PARAGRAPHS.contains(inner.getLocalName())) {
                    text(inner).map(t -> t.replaceAll("\\s+", " ")).ifPresent(paragraphs::add);
                } else {
                    collect(inner, paragraphs);
                }
            }
        }
    }
}
