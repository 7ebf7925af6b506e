package org.newsreel.kg.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.merge.Members;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

/** Makes the index' documents from the graph as it is. For use inside one read transaction. */
final class GraphDocuments {
    /** Items are counted up to here: beyond, one more or less changes no order that matters. */
    static final int MOST_COUNTED = 10_000;

    static final Node LABEL = NodeFactory.createURI(Rdfs.LABEL);
    static final Node TYPE = NodeFactory.createURI(Rdf.TYPE);
    static final Node ITEM_ID = NodeFactory.createURI(Nr.ITEM_ID);
    private static final int LONGEST_TERM = 8_000;
    /** What items are sorted by is compared up to here, in code points. */
    private static final int LONGEST_SORTED = 1_000;

    private final DatasetGraph graphs;

    GraphDocuments(DatasetGraph graphs) {
        this.graphs = graphs;
    }

    static String key(Kind kind, Node node) {
        return kind.word() + " " + node.getURI();
    }

    /** What the merged graph has a name for. */
    Set<Node> entities() {
        Set<Node> found = new TreeSet<>(Comparator.comparing(Node::getURI));
        graphs.find(Quad.defaultGraphIRI, Node.ANY, LABEL, Node.ANY).forEachRemaining(quad -> {
            if (quad.getSubject().isURI()) {
                found.add(quad.getSubject());
            }
        });
        return found;
    }

    Set<Node> items() {
        Set<Node> found = new TreeSet<>(Comparator.comparing(Node::getURI));
        graphs.findNG(Node.ANY, Node.ANY, ITEM_ID, Node.ANY).forEachRemaining(quad -> {
            if (Iris.isVersion(quad.getGraph().getURI())) {
                found.add(quad.getSubject());
            }
        });
        return found;
    }

    /** An entity of the merged graph; empty when it has no name there. */
    Optional<Document> entity(Node entity) {
        Set<String> labels = new TreeSet<>();
        graphs.find(Quad.defaultGraphIRI, entity, LABEL, Node.ANY)
                .forEachRemaining(quad -> labels.add(quad.getObject().getLiteralLexicalForm()));
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Document document =
                document(Kind.ENTITY, entity, entity.getURI(), labels.iterator().next(), itemsOf(entity));
        EntityKey.typeOf(entity.getURI())
                .ifPresent(type -> document.add(new StringField(Fields.TYPE, type.name(), Field.Store.YES)));
        labels.forEach(label -> name(document, label));
        document.add(new NumericDocValuesField(Fields.FACTS, factsOf(entity)));
        return Optional.of(document);
    }

    private long factsOf(Node entity) {
        long count = 0;
        Iterator<Quad> stated = graphs.find(Quad.defaultGraphIRI, entity, Node.ANY, Node.ANY);
        while (stated.hasNext()) {
            Quad quad = stated.next();
            count += isFact(quad.getPredicate(), quad.getObject()) ? 1 : 0;
        }
        return count;
    }

    /** Whether this says, in the merged graph, how two entities are related. */
    static boolean isFact(Node predicate, Node object) {
        return object.isURI() && predicate.getURI().startsWith(Nr.NS);
    }

    private int itemsOf(Node entity) {
        int count = 0;
        for (Node member : Members.of(graphs, entity)) {
            Iterator<Quad> named = graphs.findNG(Node.ANY, member, TYPE, Node.ANY);
            while (named.hasNext() && count < MOST_COUNTED) {
                Node graph = named.next().getGraph();
                count += graph.isURI() && Iris.isVersion(graph.getURI()) ? 1 : 0;
            }
        }
        return count;
    }

    /** An item; empty when the store has it no more. */
    Optional<Document> item(Node item) {
        Iterator<Quad> found = graphs.findNG(Node.ANY, item, ITEM_ID, Node.ANY);
        while (found.hasNext()) {
            Quad quad = found.next();
            if (Iris.isVersion(quad.getGraph().getURI())) {
                return Optional.of(item(quad.getGraph(), item, quad.getObject().getLiteralLexicalForm()));
            }
        }
        return Optional.empty();
    }

    private Document item(Node graph, Node item, String id) {
        Optional<String> headline = value(graph, item, Schema.HEADLINE);
        Document document = document(Kind.ITEM, item, id, headline.orElse(id), 0);
        headline.ifPresent(words -> name(document, words));
        name(document, id);
        Optional<String> published = value(graph, item, Schema.DATE_PUBLISHED);
        published.ifPresent(when -> document.add(new StoredField(Fields.PUBLISHED, when)));
        document.add(new SortedDocValuesField(Fields.PUBLISHED, sorted(published.orElse(""))));
        document.add(new SortedDocValuesField(Fields.ORDER, sorted(id)));
        figures(document, graph, item);
        List<String> text = new ArrayList<>();
        value(graph, item, Schema.CREDIT_TEXT).ifPresent(text::add);
        Iterator<Quad> texts = graphs.find(graph, item, NodeFactory.createURI(Nr.ARTICLE_TEXT_OF_ITEM), Node.ANY);
        while (texts.hasNext()) {
            value(graph, texts.next().getObject(), Nr.TEXT).ifPresent(text::add);
        }
        headline.ifPresent(text::add);
        text.forEach(words -> document.add(new TextField(Fields.TEXT, words, Field.Store.NO)));
        return document;
    }

    /** What the counts of the whole graph are summed up from. */
    private void figures(Document document, Node graph, Node item) {
        document.add(new NumericDocValuesField(Fields.STATEMENTS, count(graph, Node.ANY, Rdf.PREDICATE)));
        document.add(new NumericDocValuesField(Fields.VIDEOS, count(graph, item, Schema.VIDEO)));
        document.add(new NumericDocValuesField(Fields.PICTURES, count(graph, item, Schema.IMAGE)));
        Set<ModelName> models = new HashSet<>();
        graphs.find(graph, Node.ANY, NodeFactory.createURI(Nr.MODEL), Node.ANY)
                .forEachRemaining(quad -> models.add(new ModelName(
                        value(graph, quad.getSubject(), Nr.ROLE).orElse(""),
                        quad.getObject().getLiteralLexicalForm())));
        models.forEach(model -> document.add(new SortedSetDocValuesField(Fields.MODEL, model.term())));
    }

    private long count(Node graph, Node subject, String property) {
        long count = 0;
        for (Iterator<Quad> found = graphs.find(graph, subject, NodeFactory.createURI(property), Node.ANY);
                found.hasNext();
                found.next()) {
            count++;
        }
        return count;
    }

    private static BytesRef sorted(String value) {
        int length = value.codePointCount(0, value.length());
        return new BytesRef(value.substring(0, value.offsetByCodePoints(0, Math.min(length, LONGEST_SORTED))));
    }

    private static Document document(Kind kind, Node node, String id, String name, int count) {
        Document document = new Document();
        String key = key(kind, node);
        document.add(new StringField(Fields.KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
        document.add(new StringField(Fields.KIND, kind.word(), Field.Store.YES));
        document.add(new StoredField(Fields.ID, id));
        document.add(new StoredField(Fields.NAME, name));
        document.add(new StoredField(Fields.COUNT, count));
        document.add(new NumericDocValuesField(Fields.COUNT, count));
        return document;
    }

    private static void name(Document document, String name) {
        document.add(new StoredField(Fields.LABEL, name));
        document.add(new TextField(Fields.WORDS, name, Field.Store.NO));
        String whole = NameAnalyzer.whole(name);
        if (!whole.isEmpty() && whole.length() <= LONGEST_TERM) {
            document.add(new StringField(Fields.WHOLE, whole, Field.Store.NO));
        }
    }

    private Optional<String> value(Node graph, Node subject, String property) {
        Iterator<Quad> found = graphs.find(graph, subject, NodeFactory.createURI(property), Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject().getLiteralLexicalForm()) : Optional.empty();
    }
}
