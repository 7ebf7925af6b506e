package org.newsreel.kg.graph;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.codec.WebVtt;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Schema;

/** What is known of the item itself: its version, its text, its media. Written for every item, with claims or none. */
final class ItemDescription {
    private ItemDescription() {}

    static void write(ExtractionDocument document, String graph, GraphSheet sheet) {
        Node item = GraphSheet.iri(Iris.item(document.id()));
        Node version = GraphSheet.iri(graph);
        Node text = GraphSheet.iri(Iris.text(document.id(), document.version()));

        sheet.type(version, Nr.ITEM_VERSION);
        sheet.put(version, Prov.SPECIALIZATION_OF, item);
        sheet.text(version, Nr.VERSION, document.version());

        sheet.type(item, Schema.NEWS_ARTICLE);
        sheet.text(item, Nr.ITEM_ID, document.id());
        sheet.text(item, Schema.IN_LANGUAGE, document.language());
        document.headline().ifPresent(words -> sheet.put(item, Schema.HEADLINE, words(words, document)));
        document.published().ifPresent(when -> sheet.put(item, Schema.DATE_PUBLISHED, date(when)));
        document.source().ifPresent(source -> sheet.text(item, Schema.CREDIT_TEXT, source));
        document.url().ifPresent(url -> sheet.text(item, Schema.URL, url));
        sheet.put(item, Nr.ARTICLE_TEXT_OF_ITEM, text);
        sheet.type(text, Nr.ARTICLE_TEXT);
        sheet.put(text, Nr.TEXT, words(document.text(), document));
        document.media().forEach(medium -> medium(item, medium, sheet));
    }

    private static void medium(Node item, Medium medium, GraphSheet sheet) {
        Node node = GraphSheet.iri(Iris.media(medium.sha256()));
        boolean video = medium.kind() == MediaKind.VIDEO;
        sheet.put(item, video ? Schema.VIDEO : Schema.IMAGE, node);
        sheet.type(node, video ? Schema.VIDEO_OBJECT : Schema.IMAGE_OBJECT);
        sheet.text(node, Schema.SHA256, medium.sha256());
        sheet.text(node, Nr.MEDIA_ID, medium.id());
        sheet.text(node, Nr.FILE, medium.file());
        sheet.integer(node, Nr.WIDTH, medium.width());
        sheet.integer(node, Nr.HEIGHT, medium.height());
        medium.frameRate().ifPresent(rate -> sheet.text(node, Nr.FRAME_RATE, rate));
        medium.duration().ifPresent(seconds -> sheet.number(node, Nr.DURATION, seconds));
        if (!medium.subtitles().isEmpty()) {
            sheet.text(node, Nr.SUBTITLES, WebVtt.write(medium.subtitles()));
        }
    }

    private static Node words(String words, ExtractionDocument document) {
        return NodeFactory.createLiteralLang(words, document.language());
    }

    /** A typed date or time where the source gave a valid one, else its words: a wrong date must not lose the item. */
    private static Node date(String text) {
        String when = text.strip();
        try {
            return typed(LocalDate.parse(when).toString(), XSDDatatype.XSDdate);
        } catch (DateTimeException notADate) {
            // Next form.
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(when).truncatedTo(ChronoUnit.SECONDS);
            return typed(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time), XSDDatatype.XSDdateTime);
        } catch (DateTimeException notATime) {
            // Next form.
        }
        try {
            LocalDateTime time = LocalDateTime.parse(when).truncatedTo(ChronoUnit.SECONDS);
            return typed(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time), XSDDatatype.XSDdateTime);
        } catch (DateTimeException noTimeAtAll) {
            return NodeFactory.createLiteralString(text);
        }
    }

    private static Node typed(String lexical, XSDDatatype type) {
        return NodeFactory.createLiteralDT(lexical, type);
    }
}
